using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class CachingEmbeddingGeneratorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("embedding-cache-");
    private readonly RecordingLogger _log = new();

    private string CachePath => Path.Combine(_folder.FullName, "made", "embeddings.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Computes_only_the_changed_lines_of_a_sheet_that_is_read_again()
    {
        var inner = new CountingGenerator();
        using (var first = inner.WithCache(CachePath, 100, _log))
        {
            await first.EmbedDocumentsAsync(["16 bar", "12.4 kg"], Cancellation);
        }

        using var second = inner.WithCache(CachePath, 100, _log);
        var vectors = await second.EmbedDocumentsAsync(["12.4 kg", "12 bar", "16 bar"], Cancellation);

        Assert.Equal(["16 bar", "12.4 kg", "12 bar"], inner.Computed);
        Assert.Equal([[7f, 2f], [6f, 1f], [6f, 1f]], vectors.Select(vector => vector.ToArray()));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Computes_anew_for_another_model()
    {
        var one = new CountingGenerator { Fingerprint = "one" };
        var other = new CountingGenerator { Fingerprint = "other" };

        using (var cached = one.WithCache(CachePath, 100, _log))
        {
            await cached.EmbedDocumentsAsync(["16 bar"], Cancellation);
        }

        using (var cached = other.WithCache(CachePath, 100, _log))
        {
            await cached.EmbedDocumentsAsync(["16 bar"], Cancellation);
        }

        Assert.Equal(["16 bar"], other.Computed);
    }

    [Fact]
    public async Task Asking_touches_no_file()
    {
        var inner = new CountingGenerator();
        using var cached = inner.WithCache(CachePath, 100, _log);

        await cached.EmbedQueryAsync("how heavy?", Cancellation);
        await cached.EmbedQueryAsync("how heavy?", Cancellation);

        Assert.Equal(2, inner.Computed.Count);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Drops_the_oldest_vectors_beyond_the_limit_when_opened_again()
    {
        var inner = new CountingGenerator();
        using (var first = inner.WithCache(CachePath, 2, _log))
        {
            await first.EmbedDocumentsAsync(["a", "b", "c"], Cancellation);
        }

        using var second = inner.WithCache(CachePath, 2, _log);
        await second.EmbedDocumentsAsync(["a", "b", "c"], Cancellation);

        Assert.Equal(["a", "b", "c", "a"], inner.Computed);
    }

    [Fact]
    public async Task Starts_over_where_the_file_is_damaged()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(CachePath)!);
        await File.WriteAllTextAsync(CachePath, new string('x', 5000), Cancellation);
        using var cached = new CountingGenerator().WithCache(CachePath, 100, _log);

        var vectors = await cached.EmbedDocumentsAsync(["16 bar"], Cancellation);

        Assert.Equal([6f, 1f], vectors[0].ToArray());
        Assert.StartsWith($"The embedding cache '{CachePath}' is damaged and starts over: ", Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task Goes_on_without_a_file_where_none_can_be_had()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "made"), "a file where the folder should be", Cancellation);
        using var cached = new CountingGenerator().WithCache(CachePath, 100, _log);

        var vectors = await cached.EmbedDocumentsAsync(["16 bar"], Cancellation);

        Assert.Equal([6f, 1f], vectors[0].ToArray());
        Assert.Contains("cannot be used, embedding goes on without it", Assert.Single(_log.Lines));
    }

    /// <summary>The vector of a text is its length and the order in which it came.</summary>
    private sealed class CountingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public string Fingerprint { get; init; } = "counting";

        public List<string> Computed { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            List<Embedding<float>> embeddings = [];
            foreach ((int order, string value) in values.Index())
            {
                Computed.Add(value);
                embeddings.Add(new Embedding<float>(new[] { value.Length, order + 1f }));
            }

            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbedderFingerprint) ? new EmbedderFingerprint(Fingerprint) : null;

        public void Dispose()
        {
        }
    }
}
