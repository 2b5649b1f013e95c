using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Quantities that only open the name of a thing: "4 digit LCD", "10G FC".</summary>
internal static class CompoundNoun
{
    /// <summary>Whether a text that opens with a quantity names a thing by it.</summary>
    /// <param name="first">The quantity.</param>
    /// <param name="behind">What stands behind it.</param>
    public static bool Opens(QuantityMention first, string behind)
    {
        if (behind.Length < 2 || !char.IsUpper(behind[0]))
        {
            return false;
        }

        // A rate of so many gigabits is printed as what the table knows as acceleration.
        bool isRate = first.Text.EndsWith('G') && first.Text.Length > 1 && char.IsAsciiDigit(first.Text[^2]) && char.IsUpper(behind[1]);
        return isRate || first.Text.EndsWith(" digit", StringComparison.OrdinalIgnoreCase);
    }
}
