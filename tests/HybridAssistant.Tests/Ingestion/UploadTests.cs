using System.Reflection;
using System.Text;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>What an upload leaves behind that does not end as it began.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly IngestionFixture _fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_client_that_goes_while_the_index_is_written_leaves_nothing_of_its_upload()
    {
        IKnowledgeIndex index = LeavingIndex.Over(_fixture.Index, committed: false);

        await Assert.ThrowsAsync<OperationCanceledException>(() => UploadAsync(index, "a.pdf", "A\nA|Weight|2|kg"));

        Assert.Empty(await _fixture.DocumentsAsync());
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_client_that_goes_once_the_index_is_written_leaves_document_and_copy()
    {
        IKnowledgeIndex index = LeavingIndex.Over(_fixture.Index, committed: true);

        await Assert.ThrowsAsync<OperationCanceledException>(() => UploadAsync(index, "a.pdf", "A\nA|Weight|2|kg"));

        Assert.Single(await _fixture.DocumentsAsync());
        Assert.Equal(["a.pdf"], Files());
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
    }

    [Fact]
    public async Task Uploads_of_one_name_at_once_end_as_one_of_them_whole()
    {
        // A pipeline a process, as services that share a folder have.
        await Task.WhenAll(Enumerable.Range(1, 8).Select(weight => Task.Run(
            () => UploadAsync(_fixture.Index, "a.pdf", $"A\nA|Weight|{weight}|kg"), Cancel)));

        Assert.Single(await _fixture.DocumentsAsync());
        Assert.Equal(["a.pdf"], Files());
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
        Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
    }

    [Theory]
    [InlineData("x", 176, true)]
    [InlineData("x", 177, false)]
    [InlineData("ü", 88, true)]
    [InlineData("ü", 89, false)]
    [InlineData("电", 58, true)]
    [InlineData("电", 59, false)]
    public async Task A_name_is_as_long_as_file_systems_take_it_with_what_is_put_before_it(string letter, int count, bool isTaken)
    {
        IngestionResult result = await _fixture.Pipeline.UploadAsync(
            string.Concat(Enumerable.Repeat(letter, count)) + ".pdf", Encoding.UTF8.GetBytes("A\nA|Weight|2|kg"), Cancel);

        Assert.Equal(isTaken ? IngestionOutcome.Added : IngestionOutcome.SetAside, result.Outcome);
    }

    private Task<IngestionResult> UploadAsync(IKnowledgeIndex index, string name, string sheet) =>
        new IngestionPipeline(index, _fixture.Reader, null, _fixture.Options, TimeProvider.System)
            .UploadAsync(name, Encoding.UTF8.GetBytes(sheet), Cancel);

    private string[] Files() => [.. Directory.EnumerateFiles(_fixture.Options.DocumentsPath, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_fixture.Options.DocumentsPath, path)).Order(StringComparer.Ordinal)];

    /// <summary>An index whose caller goes away while it is written.</summary>
    public class LeavingIndex : DispatchProxy
    {
        private IKnowledgeIndex _inner = null!;
        private bool _committed;

        public static IKnowledgeIndex Over(IKnowledgeIndex inner, bool committed)
        {
            IKnowledgeIndex index = Create<IKnowledgeIndex, LeavingIndex>();
            ((LeavingIndex)(object)index)._inner = inner;
            ((LeavingIndex)(object)index)._committed = committed;
            return index;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IKnowledgeIndex.ReplaceAsync)
            ? LeaveAsync((IndexedSheet)args![0]!)
            : targetMethod.Invoke(_inner, args);

        private async Task<SheetChange> LeaveAsync(IndexedSheet sheet)
        {
            if (_committed)
            {
                await _inner.ReplaceAsync(sheet, CancellationToken.None);
            }

            throw new OperationCanceledException();
        }
    }
}
