using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>What the words of a follow-up tell of what it leaves out.</summary>
internal static class FollowUpPhrases
{
    private const int Short = 9;

    /// <summary>Whether so few words hardly stand by themselves.</summary>
    public static bool AreShort(ImmutableArray<Word> words) => words.Length <= Short;

    /// <summary>Whether a follow-up says only what differs from the question before.</summary>
    public static bool TakeOver(ImmutableArray<Word> words, FollowUpSubject subject)
    {
        bool hasPronoun = words.Any(w => FollowUpWords.Pronouns.Contains(w.Text));
        bool isBriefly = words.Length > 1
            && (words[0].Text is "and" or "or" || (words[0].Text is "what" or "how" && words[1].Text == "about"));
        bool asksTheSame = words.Any(w => w.Text == "same") && subject.NamesProduct;
        if ((subject.NamesProduct && !subject.NamesLabel && isBriefly) || (asksTheSame && !subject.NamesLabel) || AskAgain(words))
        {
            return true;
        }

        // "And how much can it hold?" asks something of its own, of the product before.
        bool asksItself = hasPronoun && !subject.NamesProduct && words.Any(w => FollowUpWords.Interrogatives.Contains(w.Text))
            && words.Count(w => !StopWords.Contains(w)) >= 2;
        string opening = words.Select(w => w.Text).FirstOrDefault(w => !FollowUpWords.Openers.Contains(w)) ?? "";
        bool changesCondition = AreSequel(words) && FollowUpWords.Prepositions.Contains(opening) && !hasPronoun && !subject.NamesLabel;
        return changesCondition || (!subject.NamesAttribute && !asksItself && AreShort(words));
    }

    /// <summary>Whether it asks the same again: "What if I take the AC model?", "We may reach 180. What then?", "How long does the small one need for that?".</summary>
    public static bool AskAgain(ImmutableArray<Word> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            bool isLast = i + 2 == words.Length;
            if ((words[i].Text == "what" && words[i + 1].Text is "if" or "then")
                || (words[i].Text == "if" && i + 2 < words.Length && FollowUpWords.Choosing.Contains(words[i + 2].Text))
                || (isLast && words[i].Text is "for" or "do" && words[i + 1].Text is "that" or "this"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it opens as a sequel: "and".</summary>
    public static bool AreSequel(ImmutableArray<Word> words) => words.Length > 0 && FollowUpWords.Sequels.Contains(words[0].Text);

    /// <summary>The message without "Okay." and "sorry, I meant".</summary>
    public static string WithoutPreamble(string message)
    {
        ImmutableArray<Word> words = WordSplitter.Split(message);
        int from = 0;
        while (from < words.Length && FollowUpWords.Preambles.Contains(words[from].Text))
        {
            from++;
        }

        return from < words.Length ? message[words[from].Start..] : message;
    }

    /// <summary>The message without "and", "what about", "if I take".</summary>
    public static string WithoutOpener(string message, ImmutableArray<Word> words)
    {
        int from = 0;
        while (from + 1 < words.Length)
        {
            string text = words[from].Text;
            string next = words[from + 1].Text;
            bool isOpener = FollowUpWords.Openers.Contains(text)
                || (text is "what" or "how" && next is "about" or "if")
                || (text == "if" && next is "i" or "we" or "you")
                || (text is "i" or "we" or "you" && FollowUpWords.Choosing.Contains(next))
                || (FollowUpWords.Choosing.Contains(text) && from > 0);
            if (!isOpener)
            {
                break;
            }

            from++;
        }

        return message[words[from].Start..];
    }

    /// <summary>Whether it is about another one: "the non-flush one", not "that one".</summary>
    public static bool AskForSibling(ImmutableArray<Word> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (FollowUpWords.Placeholders.Contains(words[i].Text) && (i == 0 || words[i - 1].Text is not ("that" or "this")))
            {
                return true;
            }
        }

        return false;
    }
}
