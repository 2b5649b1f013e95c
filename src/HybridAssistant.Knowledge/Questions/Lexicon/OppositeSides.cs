using System.Numerics;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>On which side a text stands of each pair of <see cref="OppositeWords"/>, a bit a pair.</summary>
/// <param name="Left">Pairs whose left side it names.</param>
/// <param name="Right">Pairs whose right side it names.</param>
internal readonly record struct OppositeSides(ulong Left, ulong Right)
{
    /// <summary>On how many counts two texts oppose each other.</summary>
    public int CountOpposed(OppositeSides other) => BitOperations.PopCount((Left & other.Right) | (Right & other.Left));

    /// <summary>On how many counts two texts stand on the same side.</summary>
    public int CountAgreeing(OppositeSides other) => BitOperations.PopCount((Left & other.Left) | (Right & other.Right));
}
