using HybridAssistant.RandomModels;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>The command, installed from its package and run in a folder that knows nothing of the repository.</summary>
public sealed class ToolTests(PackageFeed feed) : IAsyncLifetime
{
    // Recognising the corpus' scanned sheet and embedding all lines takes a minute and is tried elsewhere; what `doctor` says of both
    // is that they would run.
    private static readonly (string, string)[] Quick = [("HYBRID__Embedding__Model", ""), ("HYBRID__Documents__Ocr__Enabled", "false")];

    public async ValueTask InitializeAsync() => await feed.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Demonstrates_itself_with_the_corpus_that_it_brings()
    {
        string folder = feed.CreateForeignFolder();

        CommandOutcome outcome = await RunAsync(folder, ["demo", "--once"], Quick);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.Contains("\"status\": \"answered\"", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\"document\": \"kx-series-rev-b.pdf\"", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "data", "demo", "index.db")));
    }

    [Fact]
    public async Task Finds_its_embedding_model_and_the_native_library_that_runs_it()
    {
        CommandOutcome outcome = await RunAsync(feed.CreateForeignFolder(), ["doctor"], []);

        Assert.Contains(outcome.Lines, line => line.StartsWith("ok    embedding model: all-MiniLM-L6-v2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_the_native_library_that_runs_language_models()
    {
        string folder = feed.CreateForeignFolder();
        RandomModel.Write(Path.Combine(folder, "tiny.gguf"), RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);

        CommandOutcome outcome = await RunAsync(folder, ["models", "verify", "tiny.gguf"], []);

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.Contains("tiny.gguf", outcome.Output, StringComparison.Ordinal);
    }

    private async Task<CommandOutcome> RunAsync(string folder, string[] arguments, (string Name, string Value)[] environment) =>
        await DotnetSdk.RunAsync(await feed.InstallToolAsync(), folder, arguments, environment);
}
