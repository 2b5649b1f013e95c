using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.Service;

public sealed class WarmUpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_question_that_warms_a_service_up_is_neither_kept_nor_counted()
    {
        using Workspace workspace = Workspace.WithRevisionA();
        (string, string)[] settings = [("HYBRID__Unanswered__Enabled", "true"), ("HYBRID__Telemetry__Prometheus", "true")];
        await using var service = await RunningService.StartAsync(workspace, settings);

        string before = await service.Client.GetStringAsync("/metrics", Cancellation);
        JsonElement answer = await service.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?");
        string after = await service.Client.GetStringAsync("/metrics", Cancellation);
        service.Terminate();
        await service.WaitForExitAsync();
        CommandOutcome kept = await HybridCommand.RunAsync(["unanswered", "--json", "--data", workspace.Data]);

        Assert.Equal("not_found", answer.GetProperty("status").GetString());
        Assert.DoesNotContain("hybrid_answer_duration", before, StringComparison.Ordinal);
        Assert.Contains("hybrid_answer_duration_seconds_count", after, StringComparison.Ordinal);
        Assert.Contains("KX-250", Assert.Single(kept.Lines), StringComparison.Ordinal);
    }
}
