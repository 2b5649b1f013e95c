using System.Text.RegularExpressions;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// Reads sentences that end with the one quantity they state: "The tuning time is 60 seconds.", "The transmitter has a restart
/// time of 4 seconds.", "During tuning, the output power stays at -40 dBm." All others are only quoted whole.
/// </summary>
internal static partial class SentenceReader
{
    private const int LongestSentence = 200;

    /// <summary>What the sentence states, its label being the attribute; null where it has another form.</summary>
    public static Statement? Read(string sentence)
    {
        if (sentence.Length > LongestSentence || sentence[^1] != '.' || sentence.Contains(": ", StringComparison.Ordinal)
            || !char.IsUpper(sentence[0]) || QuantityFinder.Default.FindQuantities(sentence) is not [{ } stated] || stated.Start + stated.Length < sentence.Length - 1)
        {
            return null;
        }

        string before = sentence[..stated.Start].TrimEnd();
        Match found = Subject().Match(before) is { Success: true } subject ? subject : Possession().Match(before);
        if (!found.Success)
        {
            return null;
        }

        (string word, string quantity) = ComparatorWord.Detach(stated.Text.TrimEnd('.'));
        PrintedQuantity printed = ValueSplitter.Default.Split(quantity)[0];
        return new Statement(found.Groups["name"].Value, printed.Value, printed.Unit, Words.Join(found.Groups["given"].Value, found.Groups["when"].Value, word));
    }

    // "During X, the NAME (when Y), is".
    [GeneratedRegex(@"^(?:(?<given>(?:During|At|In|With|For|Under|Without) [^,]{3,60}), )?(?:[Tt]he |[Aa]n? )?(?<name>[\p{L}\d/][^,;]{3,70}?)(?<when> (?:in such|where|when|while|if|including|with|without|during|between) [^,;]{3,110})?,? (?:is|are|stays at|remains at|amounts to)$", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    // "The X has a NAME of".
    [GeneratedRegex(@"^(?:The|Each|Every|This) [^,;]{2,50}? (?:has|have|offers?|provides?) an? (?<name>[\p{L}\d][^,;]{3,60}) of(?: up to)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Possession();
}
