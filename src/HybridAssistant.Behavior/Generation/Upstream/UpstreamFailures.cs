using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Makes one family of what the HTTP, resilience and OpenAI libraries throw.</summary>
internal sealed class UpstreamFailures(IChatClient client, UpstreamOptions options) : DelegatingChatClient(client)
{
    // What a server says of its error, as much as names it.
    private const int ExcerptLength = 200;

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

    private UpstreamException? Translate(Exception exception) => exception switch
    {
        BrokenCircuitException => new UpstreamException(
            UpstreamFault.CircuitOpen, $"The upstream {options.Endpoint} failed too often; nothing is sent to it for up to {options.CircuitBreakSeconds} s."),
        TimeoutRejectedException or OperationCanceledException or TimeoutException => new UpstreamException(
            UpstreamFault.TimedOut,
            $"The upstream {options.Endpoint} took longer than {options.AttemptTimeoutMilliseconds} ms an attempt or {options.TimeoutMilliseconds} ms in all. Raise {UpstreamOptions.Section}:TimeoutMilliseconds, or give it less load."),
        ClientResultException { Status: > 0 } e => new UpstreamException(UpstreamFault.Status, StatusMessage(e), e.Status),
        HttpRequestException or IOException or ClientResultException => new UpstreamException(
            UpstreamFault.Unreachable, $"The upstream {options.Endpoint} cannot be reached: {WithoutKey(exception.Message)} Is it running, and is {UpstreamOptions.Section}:Endpoint right?"),
        AggregateException { InnerExceptions: [var one] } => Translate(one),

        // What the client makes of a body that is no completion.
        System.Text.Json.JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException or NotSupportedException
            => new UpstreamException(UpstreamFault.Malformed, $"The upstream {options.Endpoint} answered with something that is no chat completion: {WithoutKey(exception.Message)}"),
        _ => null,
    };

    private string StatusMessage(ClientResultException e)
    {
        string said = WithoutKey(e.Message.ReplaceLineEndings(" "));
        string hint = e.Status is 401 or 403 ? $" Check {UpstreamOptions.Section}:ApiKey." : e.Status == 404 ? $" Check {UpstreamOptions.Section}:Endpoint and Model." : "";
        return $"The upstream {options.Endpoint} answered {e.Status}: {said}{hint}";
    }

    // A server may repeat the key in its error.
    private string WithoutKey(string text)
    {
        string safe = options.ApiKey.Length > 0 ? text.Replace(options.ApiKey, "***", StringComparison.OrdinalIgnoreCase) : text;
        return safe.Length > ExcerptLength ? safe[..ExcerptLength] + "…" : safe;
    }
}
