using System.Collections.Frozen;
using System.Text;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
using CodeDistance = HybridAssistant.Core.Codes.CodeDistance;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Reads a mistyped word as the term of the field that is meant: "currnt" as "current". Only a word that is neither English, a term
/// nor in any sheet's name, and never a code or a name, is taken for one.
/// </summary>
internal sealed class TypingErrors
{
    private const int ShortestWord = 5;

    // Longer words leave room for a second slip before they resemble another word.
    private const int ShortestWordOfTwoErrors = 9;

    private readonly FrozenDictionary<string, int> _terms;
    private readonly FrozenSet<string> _known;

    private TypingErrors(FrozenDictionary<string, int> terms, FrozenSet<string> known)
    {
        _terms = terms;
        _known = known;
    }

    /// <summary>The reader over the lexicons that ship with the library.</summary>
    public static TypingErrors Default { get; } = Load();

    /// <summary>A question whose customer's turns are read so.</summary>
    public Question Correct(Question question, ProductCatalog catalog) => question with
    {
        Message = Correct(question.Message, catalog),
        History = [.. question.History.Select(t => t.Role == ChatRole.User ? t with { Content = Correct(t.Content, catalog) } : t)],
    };

    private string Correct(string text, ProductCatalog catalog)
    {
        StringBuilder? corrected = null;
        int done = 0;
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            if (i - start >= ShortestWord && IsPlainWord(text, start, i) && Meant(text[start..i].ToLowerInvariant(), catalog) is { } term)
            {
                corrected = (corrected ?? new StringBuilder()).Append(text, done, start - done).Append(term);
                done = i;
            }

            i += i == start ? 1 : 0;
        }

        return corrected?.Append(text, done, text.Length - done).ToString() ?? text;
    }

    // No part of a code, and no name: one capital at most, which opens the text or a sentence.
    private static bool IsPlainWord(string text, int start, int end)
    {
        if (text.AsSpan(start + 1, end - start - 1).IndexOfAnyInRange('A', 'Z') >= 0)
        {
            return false;
        }

        int from = start;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        int to = end;
        while (to < text.Length && !char.IsWhiteSpace(text[to]))
        {
            to++;
        }

        if (text.AsSpan(from, to - from).IndexOfAnyInRange('0', '9') >= 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd();
        return char.IsAsciiLetterLower(text[start]) || before.IsEmpty || before[^1] is '.' or '?' or '!' or ':' or ',' or '-';
    }

    private string? Meant(string word, ProductCatalog catalog)
    {
        string stem = Stemmer.Stem(word);
        if (_known.Contains(word) || _known.Contains(stem) || catalog.Rarity(stem) > 0)
        {
            return null;
        }

        int limit = word.Length >= ShortestWordOfTwoErrors ? 2 : 1;
        string? best = null;
        int bestDistance = limit + 1;
        foreach ((string term, int count) in _terms)
        {
            // The first letter is hardly ever the wrong one.
            if (term[0] != word[0] || Math.Abs(term.Length - word.Length) > limit)
            {
                continue;
            }

            int distance = CodeDistance.Between(word, term, limit);
            bool isBetter = distance < bestDistance
                || (distance == bestDistance && distance <= limit && best is not null
                    && (count > _terms[best] || (count == _terms[best] && string.CompareOrdinal(term, best) < 0)));
            best = isBetter ? term : best;
            bestDistance = isBetter ? distance : bestDistance;
        }

        return best;
    }

    private static TypingErrors Load()
    {
        IEnumerable<string> phrases = LexiconFile.Read("attributes.tsv").SelectMany(row => row.Skip(2))
            .Concat(LexiconFile.Read("degrees.tsv").SelectMany(row => row.Take(2)))
            .Concat(LexiconFile.Read("opposites.tsv").SelectMany(row => row))
            .Concat(LexiconFile.Read("category-nouns.txt").Select(row => row[0]))
            .Concat(UnitTable.Default.Units.SelectMany(u => u.Spellings));
        FrozenDictionary<string, int> terms = phrases.SelectMany(p => WordSplitter.Split(p)).Select(w => w.Text)
            .Where(t => t.Length >= ShortestWord && t.All(char.IsAsciiLetterLower))
            .CountBy(t => t, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        IEnumerable<string> english = LexiconFile.Read("common-words.txt").SelectMany(line => line[0].Split(' ')).Concat(StopWords.All);
        return new TypingErrors(terms, english.Concat(terms.Keys).SelectMany(w => new[] { w, Stemmer.Stem(w) }).ToFrozenSet(StringComparer.Ordinal));
    }
}
