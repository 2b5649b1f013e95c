using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Makes one family of what the HTTP, resilience and OpenAI libraries throw.</summary>
internal sealed class UpstreamFailures(IChatClient client, UpstreamOptions options) : DelegatingChatClient(client)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Translate(e) is { } failure)
        {
            throw failure;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && Translate(e) is { } failure)
            {
                throw failure;
            }

            yield return updates.Current;
        }
    }

    // Messages end up in a log: what a server says stays out of them, since it may repeat the key or the customer's words.
    private UpstreamException? Translate(Exception exception) => exception switch
    {
        BrokenCircuitException => new UpstreamException(
            UpstreamFault.CircuitOpen, $"The upstream {options.Endpoint} failed too often; nothing is sent to it for up to {options.CircuitBreakSeconds} s."),
        TimeoutRejectedException or OperationCanceledException or TimeoutException => new UpstreamException(
            UpstreamFault.TimedOut,
            $"The upstream {options.Endpoint} took longer than {options.AttemptTimeoutMilliseconds} ms an attempt or {options.TimeoutMilliseconds} ms in all. Raise {UpstreamOptions.Section}:TimeoutMilliseconds, or give it less load."),
        ClientResultException { Status: > 0 } e => new UpstreamException(
            UpstreamFault.Status, $"The upstream {options.Endpoint} answered with status {e.Status}. {HintOf(e.Status)}", e.Status),
        HttpRequestException or IOException or ClientResultException => new UpstreamException(
            UpstreamFault.Unreachable,
            $"The exchange with the upstream {options.Endpoint} broke: {exception.Message} Is it running, and is {UpstreamOptions.Section}:Endpoint right?"),
        AggregateException { InnerExceptions: [var one] } => Translate(one),

        // What the client makes of a body that is no completion.
        JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException or NotSupportedException => new UpstreamException(
            UpstreamFault.Malformed,
            $"The upstream {options.Endpoint} answered with something that is no chat completion ({exception.GetType().Name}). Is {UpstreamOptions.Section}:Endpoint that of an OpenAI-compatible server, with its /v1?"),
        _ => null,
    };

    private static string HintOf(int status) => status switch
    {
        400 or 422 => $"Try {UpstreamOptions.Section}:JsonSchema off, or Temperature -1, and look into the server's log.",
        401 or 403 => $"Check {UpstreamOptions.Section}:ApiKey.",
        404 => $"Check {UpstreamOptions.Section}:Endpoint, Model and Adapter.",
        429 => "It has more requests than it takes.",
        _ => "Look into the server's log.",
    };
}
