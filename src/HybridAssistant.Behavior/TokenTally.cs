using HybridAssistant.Behavior.Generation;
using HybridAssistant.Core.Answers;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior;

/// <summary>
/// Adds up what the replies to one answer's calls state of tokens: the same numbers that the calls' spans and metrics tell. A reply
/// counts whether or not its text is used.
/// </summary>
public sealed class TokenTally
{
    private readonly Lock _lock = new();
    private TokenUsage _stated = TokenUsage.None;
    private int _unstated;

    /// <summary>The sum; zero where no model was asked, null while or where a call's count is not known.</summary>
    public TokenUsage? Total
    {
        get
        {
            lock (_lock)
            {
                return _unstated == 0 ? _stated : null;
            }
        }
    }

    /// <summary>
    /// Counts a call. One whose reply states nothing, or that ends in the middle, makes the sum unknown; one that failed before the
    /// model read anything does not.
    /// </summary>
    /// <param name="call">The call, begun.</param>
    /// <returns>Its reply.</returns>
    public async Task<ChatResponse> CountAsync(Task<ChatResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (_lock)
        {
            _unstated++;
        }

        try
        {
            ChatResponse reply = await call.ConfigureAwait(false);
            if (reply.Usage is { InputTokenCount: >= 0 and var input, OutputTokenCount: >= 0 and var output })
            {
                Settle(new TokenUsage(input, output));
            }

            return reply;
        }
        catch (GenerationException e) when (e.ReadNothing)
        {
            Settle(TokenUsage.None);
            throw;
        }
    }

    // The caller may have given the call up and read the sum already.
    private void Settle(TokenUsage stated)
    {
        lock (_lock)
        {
            _unstated--;
            _stated = new TokenUsage(_stated.InputTokens + stated.InputTokens, _stated.OutputTokens + stated.OutputTokens);
        }
    }
}
