using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads what an item of a list states that has no label of its own.</summary>
internal static class ItemReader
{
    // Longer items are running text.
    private const int MostWords = 14;

    private static readonly FrozenSet<string> GivenWords = FrozenSet.ToFrozenSet(
        ["at", "@", "above", "below", "over", "under", "for", "when", "per"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements; those without a label state something about what the list is headed by.</summary>
    public static IReadOnlyList<Statement> Read(string text)
    {
        if (Words.Count(text) > MostWords)
        {
            return [];
        }

        if (ItemForms.Read(text) is { } formed)
        {
            return [formed];
        }

        ImmutableArray<QuantityMention> stated = Stated(text);
        if (stated.IsEmpty)
        {
            return [new Statement("", text.TrimEnd('.', ';', ','), "", "")];
        }

        return [.. stated.Select(mention => ToStatement(text, mention, stated))];
    }

    /// <summary>The quantities that an item states; those behind "above" or in brackets only say for what it holds.</summary>
    private static ImmutableArray<QuantityMention> Stated(string text)
    {
        ImmutableArray<QuantityMention> mentions = [.. QuantityFinder.Default.FindQuantities(text).Where(m => !CompoundNoun.Opens(m, text[(m.Start + m.Length)..].TrimStart()))];
        if (mentions.Length < 2)
        {
            return mentions;
        }

        mentions = [.. mentions.Where(m => m.Start == 0 || text[m.Start - 1] != '(')];
        ImmutableArray<QuantityMention> free = [.. mentions.Where(m => !IsGiven(text, m))];
        return free.IsEmpty ? mentions : free;
    }

    private static bool IsGiven(string text, QuantityMention mention)
    {
        string word = ComparatorWord.Detach(mention.Text).Word;
        string before = text[..mention.Start].TrimEnd();
        return GivenWords.Contains(word.Length > 0 ? word : before[(before.LastIndexOf(' ') + 1)..]);
    }

    private static Statement ToStatement(string text, QuantityMention mention, ImmutableArray<QuantityMention> stated)
    {
        (string word, string quantity) = ComparatorWord.Detach(mention.Text);
        (string behind, quantity) = ComparatorWord.DetachBehind(quantity);
        PrintedQuantity printed = ValueSplitter.Default.Split(quantity)[0];
        return new Statement(LabelText.Clean(Rest(text, mention, stated)), printed.Value, printed.Unit, Words.Join(word, behind));
    }

    /// <summary>The item without the quantity, and without those that are listed beside it: "with 10 mV &amp; 10 mA resolution".</summary>
    private static string Rest(string text, QuantityMention mention, ImmutableArray<QuantityMention> stated)
    {
        int first = stated.IndexOf(mention);
        int last = first;
        while (first > 0 && AreListed(text, stated[first - 1], stated[first]))
        {
            first--;
        }

        while (last + 1 < stated.Length && AreListed(text, stated[last], stated[last + 1]))
        {
            last++;
        }

        var rest = new StringBuilder(text[..stated[first].Start]).Append(text, stated[last].Start + stated[last].Length, text.Length - stated[last].Start - stated[last].Length);
        return rest.Replace("()", "").Replace("  ", " ").ToString().Trim(' ', ',', '-', '–');
    }

    private static bool AreListed(string text, QuantityMention one, QuantityMention next) =>
        text[(one.Start + one.Length)..next.Start].Trim() is "&" or "and" or "/";
}
