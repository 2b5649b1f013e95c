using System.Threading.Channels;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A reply under way, as whoever asked for it sees it. Tokens can be read once, while they come.</summary>
internal sealed class ReplyStream(ChannelReader<GeneratedToken> tokens, Func<GenerationResult?> result)
{
    /// <summary>What the reply took, once its tokens are read to the end.</summary>
    /// <exception cref="InvalidOperationException">The reply is not finished.</exception>
    public GenerationResult Result => result() ?? throw new InvalidOperationException("The reply is not finished.");

    /// <summary>The tokens as they come.</summary>
    /// <exception cref="GenerationException">The reply could not be given, or not to its end.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public IAsyncEnumerable<GeneratedToken> ReadAsync(CancellationToken cancellationToken = default) => tokens.ReadAllAsync(cancellationToken);
}
