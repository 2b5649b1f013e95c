using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.EndToEnd.Tests.Service;

public sealed class ShutdownTests
{
    // System.CommandLine ends a process this long after a signal unless it is told otherwise.
    private static readonly TimeSpan BeyondTheDefault = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_told_to_end_finishes_what_it_streams()
    {
        var worded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebApplication upstream = await StartUpstreamAsync(worded.Task);
        using Workspace workspace = Workspace.WithRevisionA();
        await workspace.IngestAsync();
        await using var service = await RunningService.StartAsync(
            workspace,
            ("HYBRID__Behavior__Upstream__Endpoint", upstream.Urls.Single() + "/v1"),
            ("HYBRID__Behavior__Upstream__Model", "slow"),
            ("HYBRID__Behavior__Upstream__MaxRetries", "0"),
            ("HYBRID__Behavior__Upstream__TimeoutMilliseconds", "60000"),
            ("HYBRID__Behavior__Upstream__AttemptTimeoutMilliseconds", "50000"),
            ("HYBRID__Api__TimeoutSeconds", "120"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat")
        {
            Content = JsonContent.Create(new { message = "What is the maximum working pressure of the KX-250 at 120 °C?" }),
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/event-stream") } },
        };
        using HttpResponseMessage response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        string? first = await events.ReadLineAsync(Cancellation);

        service.Terminate();
        await Task.Delay(BeyondTheDefault, Cancellation);
        worded.SetResult();
        string rest = await events.ReadToEndAsync(Cancellation);

        Assert.Equal("event: facts", first);
        Assert.Contains("event: done", rest, StringComparison.Ordinal);
        Assert.Equal(0, await service.WaitForExitAsync());
    }

    // The warming question is answered at once; the next one waits.
    private static async Task<WebApplication> StartUpstreamAsync(Task worded)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapPost("/v1/chat/completions", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            if ((await body.ReadToEndAsync(Cancellation)).Contains("KX-250", StringComparison.Ordinal))
            {
                await worded;
            }

            return Results.StatusCode(StatusCodes.Status400BadRequest);
        });
        await app.StartAsync(Cancellation);
        return app;
    }
}
