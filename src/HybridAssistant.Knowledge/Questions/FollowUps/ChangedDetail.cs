using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>
/// Puts what a follow-up changes in the place of what the question before said of it: 180 for 80 °C, FKM for NBR, "range D" for
/// "range B", "the long-neck one" for "the standard version".
/// </summary>
internal static class ChangedDetail
{
    private const int LongestDesignation = 2;

    // Words between a thing and its designation: "range code B".
    private static readonly string[] Designators = ["code", "type", "no", "number", "class", "size", "option"];

    /// <summary>The question before with the changes, and the rest of the follow-up that replaced nothing.</summary>
    public static (string Question, string Remainder) Apply(string before, string message)
    {
        ImmutableArray<Word> old = WordSplitter.Split(before);
        ImmutableArray<Word> words = WordSplitter.Split(message);
        var question = new TextEdit(before);
        var used = new TextEdit(message);
        ExchangeQuantities(before, old, message, words, question, used);
        ExchangeDesignations(before, old, message, words, question, used);
        ExchangeExclusive(before, old, message, words, question, used);
        ExchangeVersion(before, old, message, words, question, used);
        bool saysMore = words.Where((w, i) => !used.Covers(w.Start) && (i == 0 || words[i - 1].Text != "same")).Any(FollowUpWords.IsTelling);
        return (question.Apply(), saysMore ? message : "");
    }

    /// <summary>The words that say which one is meant and ask for nothing: "the single-channel one", "same direction".</summary>
    public static ulong Describing(ImmutableArray<Word> words)
    {
        (int from, int count) = Described(words);
        ulong described = 0;
        for (int i = 0; i < Math.Min(64, words.Length); i++)
        {
            bool isSame = i > 0 && words[i - 1].Text == "same";
            bool isLettered = i + 1 < words.Length && words[i + 1].Text.Length == 1 && !StopWords.Contains(words[i + 1]);
            described |= (count > 0 && i >= from && i <= from + count) || isSame || isLettered ? 1UL << i : 0;
        }

        return described;
    }

    /// <summary>What "the single-channel one" says of the one that is meant; empty where it says nothing.</summary>
    public static string DescriptionIn(string message)
    {
        ImmutableArray<Word> words = WordSplitter.Split(message);
        (int from, int count) = Described(words);
        (int start, int end) = count > 0 ? TextEdit.SpanOf(message, words, from, count) : (0, 0);
        return message[start..end];
    }

    /// <summary>The question before without the condition that is replaced: "without load?" for its "at full load".</summary>
    public static string WithoutCondition(string before, ImmutableArray<Word> message)
    {
        string preposition = message.Select(w => w.Text).FirstOrDefault(FollowUpWords.Prepositions.Contains) ?? "";
        HashSet<string> content = [.. message.Where(w => !StopWords.Contains(w) && !w.IsNumber).Select(w => w.Stem)];
        ImmutableArray<Word> words = WordSplitter.Split(before);
        for (int from = words.Length - 1; from > 0 && preposition.Length > 0; from--)
        {
            if (!FollowUpWords.Prepositions.Contains(words[from].Text))
            {
                continue;
            }

            int to = from + 1;
            while (to < words.Length && !FollowUpWords.Prepositions.Contains(words[to].Text) && !FollowUpWords.PhraseEnds.Contains(words[to].Text))
            {
                to++;
            }

            if (words[from].Text == preposition || words.Skip(from + 1).Take(to - from - 1).Any(w => content.Contains(w.Stem)))
            {
                return before[..words[from].Start] + (to < words.Length ? before[words[to].Start..] : "");
            }
        }

        return before;
    }

    private static void ExchangeQuantities(
        string before, ImmutableArray<Word> old, string message, ImmutableArray<Word> words, TextEdit question, TextEdit used)
    {
        Quantity[] measured = [.. QuantitySearch.Find(old, UnitLexicon.Default).Where(q => q.Kind.Length > 0)];
        foreach (Quantity now in QuantitySearch.Find(words, UnitLexicon.Default))
        {
            // A number alone has the unit of the only quantity before.
            Quantity[] same = now.Kind.Length > 0 ? [.. measured.Where(q => q.Kind == now.Kind)] : measured;
            if (same.Length != 1)
            {
                continue;
            }

            bool isScale = QuantitySearch.IsSizeLabel(same[0].Kind);
            (int, int) place = TextEdit.SpanOf(before, old, same[0].Index, now.Kind.Length > 0 && !isScale ? same[0].WordCount : 1);
            (int Start, int End) span = TextEdit.SpanOf(message, words, now.Index, isScale ? 1 : now.WordCount);
            if (question.Replace(place, message[span.Start..span.End]))
            {
                int from = isScale && now.Kind.Length > 0 ? now.Index - 1 : now.Index;
                used.Replace(TextEdit.SpanOf(message, words, from, now.Index + now.WordCount - from), "");
            }
        }
    }

    // "Range D" for "range code B", "channel 3" for "channel 1".
    private static void ExchangeDesignations(
        string before, ImmutableArray<Word> old, string message, ImmutableArray<Word> words, TextEdit question, TextEdit used)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (StopWords.Contains(words[i]) || !IsDesignation(message, words, i + 1))
            {
                continue;
            }

            for (int j = 0; j + 1 < old.Length; j++)
            {
                int at = j + 2 < old.Length && Designators.Contains(old[j + 1].Text) ? j + 2 : j + 1;
                if (old[j].Stem == words[i].Stem && IsDesignation(before, old, at))
                {
                    (int Start, int End) now = TextEdit.SpanOf(message, words, i + 1, 1);
                    if (question.Replace(TextEdit.SpanOf(before, old, at, 1), message[now.Start..now.End]))
                    {
                        used.Replace(TextEdit.SpanOf(message, words, i, 2), "");
                    }
                }
            }
        }
    }

    private static bool IsDesignation(string text, ImmutableArray<Word> words, int at)
    {
        (int start, int end) = TextEdit.SpanOf(text, words, at, 1);
        return end - start <= LongestDesignation && text[start..end].All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
    }

    private static void ExchangeExclusive(
        string before, ImmutableArray<Word> old, string message, ImmutableArray<Word> words, TextEdit question, TextEdit used)
    {
        for (int i = 0; i < words.Length; i++)
        {
            string phrase = i + 1 < words.Length ? FollowUpWords.ForPhrase(words[i], words[i + 1]) : "";
            (int Start, int End) now = TextEdit.SpanOf(message, words, i, phrase.Length > 0 ? 2 : 1);
            string word = phrase.Length > 0 ? phrase : words[i].Text;
            for (int j = 0; j < old.Length && !used.Covers(words[i].Start); j++)
            {
                if (FollowUpWords.AreExclusive(word, old[j].Text)
                    && question.Replace(TextEdit.SpanOf(before, old, j, 1), phrase.Length > 0 ? phrase : message[now.Start..now.End]))
                {
                    used.Replace(now, "");
                }
            }
        }
    }

    // "The long-neck one" for "the standard version".
    private static void ExchangeVersion(
        string before, ImmutableArray<Word> old, string message, ImmutableArray<Word> words, TextEdit question, TextEdit used)
    {
        (int From, int Count) now = Described(words);
        (int From, int Count) then = Described(old);
        if (now.Count == 0 || then.Count == 0 || used.Covers(words[now.From].Start))
        {
            return;
        }

        (int Start, int End) span = TextEdit.SpanOf(message, words, now.From, now.Count);
        if (question.Replace(TextEdit.SpanOf(before, old, then.From, then.Count), message[span.Start..span.End]))
        {
            used.Replace(span, "");
        }
    }

    // The words between an article or preposition and "version" or "one".
    private static (int From, int Count) Described(ImmutableArray<Word> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            int from = i;
            while (FollowUpWords.Placeholders.Contains(words[i].Text) && from > 0 && !StopWords.Contains(words[from - 1]) && words[from - 1].Text != "the")
            {
                from--;
            }

            if (from < i)
            {
                return (from, i - from);
            }
        }

        return (0, 0);
    }
}
