using System.Text.Json;
using HybridAssistant.Core.Answers;
using Microsoft.AspNetCore.Http;

namespace HybridAssistant.Tests.Upstream;

/// <summary>What a scripted server can do.</summary>
internal static class UpstreamSteps
{
    /// <summary>What a completion states of its tokens.</summary>
    public static TokenUsage Usage { get; } = new(100, 20);

    /// <summary>Words an answer as it was asked to.</summary>
    public static UpstreamStep Says(string answer) => Writes(JsonSerializer.Serialize(new { answer }));

    /// <summary>Completes with any content.</summary>
    public static UpstreamStep Writes(string content) => Completes(new { role = "assistant", content }, "stop");

    /// <summary>Words an answer and states no tokens.</summary>
    public static UpstreamStep SaysUncounted(string answer) => Sends(JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_760_000_000,
        model = "served",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = JsonSerializer.Serialize(new { answer }) }, finish_reason = "stop" } },
    }));

    /// <summary>Calls a tool.</summary>
    public static UpstreamStep Calls(string function, object arguments) => Completes(
        new
        {
            role = "assistant",
            content = (string?)null,
            tool_calls = new[] { new { id = "call_1", type = "function", function = new { name = function, arguments = JsonSerializer.Serialize(arguments) } } },
        },
        "tool_calls");

    /// <summary>Answers with an error.</summary>
    public static UpstreamStep Fails(int status, string message = "no", string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsJsonAsync(new { error = new { message, type = "error" } });
    };

    /// <summary>Answers with a body that is no completion.</summary>
    public static UpstreamStep Sends(string body, string type = "application/json") => context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Streams a content as events, word by word.</summary>
    public static UpstreamStep Streams(string content) => Sends(
        string.Concat(content.Split(' ').Select((word, i) => $"data: {Chunk(i == 0 ? word : " " + word)}\n\n")) + "data: [DONE]\n\n", "text/event-stream");

    /// <summary>Never answers.</summary>
    public static UpstreamStep Hangs() => context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Sends the header of a response and then a body without end.</summary>
    public static UpstreamStep Floods() => async context =>
    {
        context.Response.ContentType = "application/json";
        byte[] block = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            try
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    };

    /// <summary>Hangs up.</summary>
    public static UpstreamStep Breaks() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    private static string Chunk(string content) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1_760_000_000,
        model = "served",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content } } },
    });

    private static UpstreamStep Completes(object message, string reason) => Sends(JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_760_000_000,
        model = "served",
        choices = new[] { new { index = 0, message, finish_reason = reason } },
        usage = new { prompt_tokens = Usage.InputTokens, completion_tokens = Usage.OutputTokens, total_tokens = Usage.InputTokens + Usage.OutputTokens },
    }));
}
