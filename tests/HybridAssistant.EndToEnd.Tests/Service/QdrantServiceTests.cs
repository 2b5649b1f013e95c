using System.Net;
using System.Text.Json;
using HybridAssistant.QdrantDouble;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>Services with their index on a Qdrant server.</summary>
public sealed class QdrantServiceTests : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure of the KX-250 at 120 °C?";

    private readonly Workspace _workspace = Workspace.WithRevisionA();
    private QdrantDoubleServer? _server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private (string, string)[] Settings => [("HYBRID__Index__Provider", "qdrant"), ("HYBRID__Index__Qdrant__Address", _server!.Address.ToString())];

    [Fact]
    public async Task Two_services_answer_from_what_a_third_host_ingested_and_are_ready_while_Qdrant_is_there()
    {
        await using var first = await RunningService.StartAsync(_workspace, Settings);
        using var elsewhere = new Workspace();
        await using var second = await RunningService.StartAsync(
            elsewhere, [.. Settings, ("HYBRID__Documents__Path", Path.Combine(_workspace.Data, "documents"))]);
        CommandOutcome ingested = await HybridCommand.RunAsync(["ingest", _workspace.Sheets, "--data", _workspace.Data], Settings);

        Assert.True(ingested.ExitCode == 0, ingested.Output + ingested.Error);
        foreach (RunningService service in (RunningService[])[first, second])
        {
            JsonElement answer = await service.AskAsync(Question);
            Assert.Equal("12", answer.GetProperty("facts")[0].GetProperty("value").GetString());
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/healthz/ready", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/v1/documents/kx.pdf/file", Cancel)).StatusCode);
        }

        await _server!.StopAsync();
        HttpResponseMessage ready = await first.Client.GetAsync("/healthz/ready", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("the index cannot be read", await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await _server.RestartAsync(cancellationToken: Cancel);
        Assert.Equal("12", (await first.AskAsync(Question)).GetProperty("facts")[0].GetProperty("value").GetString());
    }

    public async ValueTask InitializeAsync() => _server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _workspace.Dispose();
        GC.SuppressFinalize(this);
    }
}
