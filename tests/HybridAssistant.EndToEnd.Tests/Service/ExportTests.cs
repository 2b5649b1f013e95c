using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.EndToEnd.Tests.Service;

public sealed class ExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_spans_where_OpenTelemetrys_own_variables_say_and_shows_metrics_to_Prometheus()
    {
        var received = new ConcurrentQueue<string>();
        await using WebApplication collector = await StartCollectorAsync(received);
        using Workspace workspace = Workspace.WithRevisionA();
        await workspace.IngestAsync();
        await using var service = await RunningService.StartAsync(
            workspace,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("HYBRID__Telemetry__Prometheus", "true"));

        await service.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?");
        string metrics = await service.Client.GetStringAsync("/metrics", Cancellation);
        service.Terminate();
        int exitCode = await service.WaitForExitAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("hybrid_answer_duration_seconds_count", metrics, StringComparison.Ordinal);
        string sent = string.Concat(received);
        Assert.All(
            new[] { "invoke_agent HybridAssistant", "retrieval", "selection", "generation", "verification", "POST /v1/chat", "hybrid.answer.duration" },
            name => Assert.Contains(name, sent, StringComparison.Ordinal));
        Assert.DoesNotContain("maximum working pressure", sent, StringComparison.OrdinalIgnoreCase);
    }

    // Names stand in the protocol's messages as they are.
    private static async Task<WebApplication> StartCollectorAsync(ConcurrentQueue<string> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body, Encoding.Latin1);
            received.Enqueue(await body.ReadToEndAsync(Cancellation));
        });
        await app.StartAsync(Cancellation);
        return app;
    }
}
