using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>
/// Leaves one token at each place, as if the model had chosen it, and keeps the logits that the model gave: two runs can be
/// compared number by number, which tokens alone cannot where two of them are nearly as likely.
/// </summary>
internal sealed class FollowingConstraint(ImmutableArray<int> tokens) : ITokenConstraint
{
    private int _at;

    public List<float[]> Logits { get; } = [];

    public bool IsComplete => _at == tokens.Length;

    public ReadOnlySpan<int> Forced => [];

    public void Mask(Span<float> logits)
    {
        Logits.Add(logits.ToArray());
        float kept = logits[tokens[_at]];
        logits.Fill(float.NegativeInfinity);
        logits[tokens[_at]] = kept;
    }

    public bool Allows(int token) => token == tokens[_at];

    public void Accept(int token) => _at++;

    /// <summary>
    /// Asserts that two runs differ by rounding only: llama.cpp adds up in another order in another batch, and keeps keys and
    /// values in 16 bits. Logits have a deviation of about 3, and another sequence's are as far off.
    /// </summary>
    public static void AssertAlike(FollowingConstraint expected, FollowingConstraint actual)
    {
        Assert.Equal(expected.Logits.Count, actual.Logits.Count);
        Assert.InRange(expected.Logits.Zip(actual.Logits, (one, other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Max()).Max(), 0, 0.05);
    }
}
