using HybridAssistant.Behavior.Generation;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>A constraint that is a list of steps: a forced token, or null for a choice among the tokens that a rule allows.</summary>
internal sealed class ScriptedConstraint(IReadOnlyList<int?> script, Func<int, bool>? allows = null, Func<int, bool>? masks = null)
    : ITokenConstraint
{
    private readonly int[] _forced = [.. script.TakeWhile(step => step is not null).Select(step => step!.Value)];
    private int _at;

    public List<int> Accepted { get; } = [];

    public bool IsComplete => _at == script.Count;

    public ReadOnlySpan<int> Forced => _at < _forced.Length
        ? _forced.AsSpan(_at)
        : script.Skip(_at).TakeWhile(step => step is not null).Select(step => step!.Value).ToArray();

    public void Mask(Span<float> logits)
    {
        for (int token = 0; token < logits.Length; token++)
        {
            if (masks is not null && !masks(token))
            {
                logits[token] = float.NegativeInfinity;
            }
        }
    }

    public bool Allows(int token) => allows is null || allows(token);

    public void Accept(int token)
    {
        if (script[_at] is { } forced ? forced != token : !Allows(token))
        {
            throw new InvalidOperationException($"Token {token} may not come at place {_at}.");
        }

        _at++;
        Accepted.Add(token);
    }
}
