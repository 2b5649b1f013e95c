using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Finds the phrase that makes a number a bound: those of <c>bounds.tsv</c>, and comparatives with "than".</summary>
internal sealed class BoundLexicon
{
    // "More than about 60 kg".
    private const int MaxWordsBetween = 2;

    private readonly ImmutableArray<BoundPhrase> _phrases;

    private BoundLexicon(ImmutableArray<BoundPhrase> phrases) => _phrases = phrases;

    /// <summary>The lexicon that ships with the library.</summary>
    public static BoundLexicon Default { get; } = new(
    [
        .. LexiconFile.Read("bounds.tsv").Select(row => new BoundPhrase([.. row[0].Split(' ')], SideOf(row[1]), row[2] == "beyond")),
    ]);

    /// <summary>The phrase nearest before the number at <paramref name="number"/>, and where it begins; null where there is none.</summary>
    public (BoundPhrase Phrase, int Index)? FindBefore(ImmutableArray<Word> words, int number)
    {
        for (int end = number; end > 0 && end >= number - MaxWordsBetween; end--)
        {
            BoundPhrase? longest = _phrases.Where(p => EndsAt(p.Words, words, end)).MaxBy(p => p.Words.Length) ?? ComparativeAt(words, end);
            if (longest is not null)
            {
                return (longest, end - longest.Words.Length);
            }
        }

        return null;
    }

    /// <summary>What follows a number as its bound ("60 kg or less"); null where nothing does.</summary>
    public BoundPhrase? FindBehind(ImmutableArray<Word> words, int index)
    {
        if (index + 1 >= words.Length || words[index].Text is not ("or" or "and"))
        {
            return null;
        }

        Word word = words[index + 1];
        BoundSide? side = DegreeLexicon.Default.ComparativeOf(word) is { } degree ? degree.End == Extremum.Minimum ? BoundSide.Below : BoundSide.Above
            : _phrases.FirstOrDefault(p => p.Words is [var only] && only == word.Text)?.Side;
        return side is { } found ? new BoundPhrase([words[index].Text, word.Text], found, false) : null;
    }

    /// <summary>The phrase anywhere in a question; null where there is none.</summary>
    public BoundPhrase? FindAny(ImmutableArray<Word> words) =>
        Enumerable.Range(1, words.Length).Select(end => _phrases.FirstOrDefault(p => EndsAt(p.Words, words, end)) ?? ComparativeAt(words, end))
            .FirstOrDefault(p => p is not null);

    // "Lighter than", "no more than".
    private static BoundPhrase? ComparativeAt(ImmutableArray<Word> words, int end)
    {
        if (end < 2 || words[end - 1].Text != "than" || DegreeLexicon.Default.ComparativeOf(words[end - 2]) is not { } degree)
        {
            return null;
        }

        bool isBelow = degree.End == Extremum.Minimum;
        bool isDenied = end > 2 && words[end - 3].Text is "no" or "not";
        ImmutableArray<string> phrase = [.. words[(isDenied ? end - 3 : end - 2)..end].Select(w => w.Text)];
        return new BoundPhrase(phrase, isBelow != isDenied ? BoundSide.Below : BoundSide.Above, !isDenied);
    }

    private static bool EndsAt(ImmutableArray<string> phrase, ImmutableArray<Word> words, int end)
    {
        if (end < phrase.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (words[end - phrase.Length + i].Text != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static BoundSide SideOf(string side) => side switch
    {
        "above" => BoundSide.Above,
        "below" => BoundSide.Below,
        _ => BoundSide.Within,
    };
}
