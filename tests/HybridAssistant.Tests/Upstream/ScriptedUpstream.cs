using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Tests.Upstream;

/// <summary>An OpenAI-compatible server on a free port that answers by script; the last step of it answers all further requests.</summary>
internal sealed class ScriptedUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<UpstreamStep> _script;
    private readonly ConcurrentQueue<UpstreamRequest> _requests = new();
    private UpstreamStep _last;

    private ScriptedUpstream(UpstreamStep[] script)
    {
        _script = new ConcurrentQueue<UpstreamStep>(script);
        _last = script[^1];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    public IReadOnlyList<UpstreamRequest> Requests => [.. _requests];

    public static async Task<ScriptedUpstream> StartAsync(params UpstreamStep[] script)
    {
        var upstream = new ScriptedUpstream(script);
        await upstream._app.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        _requests.Enqueue(new UpstreamRequest(body.RootElement.Clone(), context.Request.Headers.Authorization));
        if (_script.TryDequeue(out UpstreamStep? step))
        {
            _last = step;
        }

        await _last(context);
    }
}
