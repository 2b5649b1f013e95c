using System.Text;

namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>
/// The stemmer of SQLite's FTS5 ("porter" tokenizer), so that both indexes hold the same terms: M. F. Porter, "An algorithm
/// for suffix stripping", Program 14(3), 1980. As there, it counts bytes of UTF-8 (a letter that is not ASCII counts as
/// consonants), and leaves tokens of fewer than three or more than 64 bytes as they are.
/// </summary>
internal static class PorterStemmer
{
    private const int MinBytes = 3;
    private const int MaxBytes = 64;

    private static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
        ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Stem)[] Step3 =
        [("ical", "ic"), ("ness", ""), ("icate", "ic"), ("iciti", "ic"), ("ful", ""), ("ative", ""), ("alize", "al")];

    // The first that fits decides: "ement" before "ment" before "ent".
    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>The stem of a folded token.</summary>
    public static string Stem(string token)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(token);
        if (bytes.Length is < MinBytes or > MaxBytes)
        {
            return token;
        }

        // One byte as one character: the rules know ASCII only.
        string stem = Latin(bytes);
        stem = RemovePlural(stem);
        stem = RemovePast(stem);
        if (stem[^1] == 'y' && HasVowel(stem.AsSpan(0, stem.Length - 1)))
        {
            stem = stem[..^1] + "i";
        }

        stem = Replace(stem, Step2);
        stem = Replace(stem, Step3);
        stem = RemoveSuffix(stem);
        if (stem[^1] == 'e')
        {
            ReadOnlySpan<char> before = stem.AsSpan(0, stem.Length - 1);
            int measure = Measure(before);
            stem = measure > 1 || (measure == 1 && !EndsInShortSyllable(before)) ? stem[..^1] : stem;
        }

        if (stem.Length > 1 && stem[^1] == 'l' && stem[^2] == 'l' && Measure(stem.AsSpan(0, stem.Length - 1)) > 1)
        {
            stem = stem[..^1];
        }

        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(stem));
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    // Step 1a.
    private static string RemovePlural(string word)
    {
        if (word[^1] != 's')
        {
            return word;
        }

        if (word[^2] == 'e')
        {
            bool isDouble = (word.Length > 4 && word[^4] == 's' && word[^3] == 's') || (word.Length > 3 && word[^3] == 'i');
            return isDouble ? word[..^2] : word[..^1];
        }

        return word[^2] == 's' ? word : word[..^1];
    }

    // Step 1b.
    private static string RemovePast(string word)
    {
        if (word.Length > 3 && word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word.AsSpan(0, word.Length - 3)) > 0 ? word[..^1] : word;
        }

        int suffix = word.Length > 2 && word.EndsWith("ed", StringComparison.Ordinal) ? 2
            : word.Length > 3 && word.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (suffix == 0 || !HasVowel(word.AsSpan(0, word.Length - suffix)))
        {
            return word;
        }

        string stem = word[..^suffix];
        if (stem.Length > 2 && (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal)))
        {
            return stem + "e";
        }

        char last = stem[^1];
        if (stem.Length > 1 && !IsVowel(last, afterConsonant: false) && last is not ('l' or 's' or 'z') && last == stem[^2])
        {
            return stem[..^1];
        }

        return Measure(stem) == 1 && EndsInShortSyllable(stem) ? stem + "e" : stem;
    }

    // Steps 2 and 3.
    private static string Replace(string word, (string Suffix, string Stem)[] rules)
    {
        foreach ((string suffix, string stem) in rules)
        {
            if (word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(word.AsSpan(0, word.Length - suffix.Length)) > 0 ? word[..^suffix.Length] + stem : word;
            }
        }

        return word;
    }

    // Step 4.
    private static string RemoveSuffix(string word)
    {
        foreach (string suffix in Step4)
        {
            if (word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> stem = word.AsSpan(0, word.Length - suffix.Length);
                bool isRemoved = Measure(stem) > 1 && (suffix != "ion" || stem[^1] is 's' or 't');
                return isRemoved ? stem.ToString() : word;
            }
        }

        return word;
    }

    // How often a run of consonants follows a run of vowels.
    private static int Measure(ReadOnlySpan<char> stem)
    {
        int measure = 0;
        bool isConsonant = false;
        bool afterVowel = false;
        foreach (char c in stem)
        {
            isConsonant = !IsVowel(c, isConsonant);
            measure += isConsonant && afterVowel ? 1 : 0;
            afterVowel = !isConsonant;
        }

        return measure;
    }

    // Consonant, vowel, consonant, and the last none of w, x, y.
    private static bool EndsInShortSyllable(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3 || stem[^1] is 'w' or 'x' or 'y')
        {
            return false;
        }

        int mask = 0;
        bool isConsonant = false;
        foreach (char c in stem)
        {
            isConsonant = !IsVowel(c, isConsonant);
            mask = (mask << 1) | (isConsonant ? 1 : 0);
        }

        return (mask & 0b111) == 0b101;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (int i = 0; i < stem.Length; i++)
        {
            if (IsVowel(stem[i], afterConsonant: i > 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char c, bool afterConsonant) => c is 'a' or 'e' or 'i' or 'o' or 'u' || (c == 'y' && afterConsonant);
}
