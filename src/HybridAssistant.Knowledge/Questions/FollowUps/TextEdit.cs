using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>A text of which some places are to be replaced.</summary>
internal sealed class TextEdit(string text)
{
    private readonly List<(int Start, int End, string With)> _places = [];

    /// <summary>Marks a place; one that overlaps an earlier one is left out.</summary>
    public bool Replace((int Start, int End) place, string with)
    {
        if (_places.Exists(p => place.Start < p.End && p.Start < place.End))
        {
            return false;
        }

        _places.Add((place.Start, place.End, with));
        return true;
    }

    /// <summary>Whether a position lies in a marked place.</summary>
    public bool Covers(int position) => _places.Exists(p => position >= p.Start && position < p.End);

    /// <summary>The text with all places replaced.</summary>
    public string Apply()
    {
        var edited = new StringBuilder(text);
        foreach ((int start, int end, string with) in _places.OrderByDescending(p => p.Start))
        {
            edited.Remove(start, end - start).Insert(start, with);
        }

        return edited.ToString();
    }

    /// <summary>Where some words stand in the text that they were split from, without the signs and blanks behind them.</summary>
    public static (int Start, int End) SpanOf(string text, ImmutableArray<Word> words, int from, int count)
    {
        int end = from + count < words.Length ? words[from + count].Start : text.Length;
        while (end > words[from].Start + 1 && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('°' or '%' or '"' or '”'))
        {
            end--;
        }

        return (words[from].Start, end);
    }
}
