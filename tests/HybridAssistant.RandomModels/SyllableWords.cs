namespace HybridAssistant.RandomModels;

/// <summary>Word-like strings of one to four syllables, most with a blank before them, some with a capital.</summary>
internal sealed class SyllableWords(ulong seed)
{
    private static readonly string[] Onsets =
        ["b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "pr", "qu", "r", "s", "sh", "st", "str", "t", "th", "tr", "v", "w", ""];

    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "y"];

    private static readonly string[] Codas = ["", "", "", "n", "r", "s", "t", "l", "m", "ng", "nd", "st", "ck", "x"];

    private readonly SplitMix _random = new(seed);

    public string Next()
    {
        int syllables = 1 + _random.Below(4);
        string word = string.Concat(Enumerable.Range(0, syllables).Select(_ => Pick(Onsets) + Pick(Nuclei) + Pick(Codas)));
        if (_random.Below(5) == 0)
        {
            word = char.ToUpperInvariant(word[0]) + word[1..];
        }

        return _random.Below(4) == 0 ? word : " " + word;
    }

    private string Pick(string[] from) => from[_random.Below(from.Length)];
}
