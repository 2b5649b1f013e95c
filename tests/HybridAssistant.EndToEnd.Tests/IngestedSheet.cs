namespace HybridAssistant.EndToEnd.Tests;

/// <summary>What tests of one ingested sheet begin with: revision A of the KX pumps as kx.pdf, in a workspace of each test's own.</summary>
public abstract class IngestedSheet : IAsyncLifetime
{
    private protected Workspace Workspace { get; } = Workspace.WithRevisionA();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await Workspace.IngestAsync();

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
