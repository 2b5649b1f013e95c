using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>Stands before a service and holds each streamed answer after its first event, until told to go on or to break off.</summary>
internal sealed class HeldService : IAsyncDisposable
{
    private readonly TaskCompletionSource<bool> _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _front;
    private readonly HttpClient _service;

    private HeldService(WebApplication front, HttpClient service)
    {
        _front = front;
        _service = service;
    }

    public Uri Address => new(_front.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<HeldService> StartAsync(HttpClient service)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication front = builder.Build();
        var held = new HeldService(front, service);
        front.Run(held.ForwardAsync);
        await front.StartAsync(TestContext.Current.CancellationToken);
        return held;
    }

    /// <summary>Lets the rest of the answer through.</summary>
    public void Release() => _goesOn.TrySetResult(true);

    /// <summary>Cuts the connection in the middle of the answer, as a server does that goes away.</summary>
    public void BreakOff() => _goesOn.TrySetResult(false);

    public async ValueTask DisposeAsync()
    {
        Release();
        await _front.DisposeAsync();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach ((string name, StringValues values) in context.Request.Headers)
        {
            if (!string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using HttpResponseMessage response = await _service.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (string encoding in response.Content.Headers.ContentEncoding)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        if (response.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NoContent)
        {
            return;
        }

        byte[] body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        int first = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? body.AsSpan().IndexOf("\n\n"u8) + 2 : body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, first), context.RequestAborted);
        if (first < body.Length)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (!await _goesOn.Task.WaitAsync(context.RequestAborted))
            {
                context.Abort();
                return;
            }

            await context.Response.Body.WriteAsync(body.AsMemory(first), context.RequestAborted);
        }
    }
}
