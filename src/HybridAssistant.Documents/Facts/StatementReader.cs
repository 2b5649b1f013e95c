using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// Reads what one line of a cell states: "0-58 gpm / 220 lpm" is two values, "16ms/230VAC" one value with its condition,
/// "Nominal: 24 V to 34 V, Maximum: 50 V" two labelled ones. A text that only mentions quantities stays one value.
/// </summary>
internal static class StatementReader
{
    // More words than this between two quantities, or before the first, make running text of it.
    private const int MostWordsBefore = 3;
    private const int MostWordsBehind = 9;

    /// <summary>Reads a line; nothing where it states nothing ("-", "n/a").</summary>
    public static IReadOnlyList<Statement> Read(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || IsBlankMark(text))
        {
            return [];
        }

        var statements = new List<Statement>();
        foreach ((string label, string part) in LabelSplitter.Split(text))
        {
            AddStatements(statements, label, part);
        }

        return statements;
    }

    private static void AddStatements(List<Statement> statements, string label, string text)
    {
        ImmutableArray<QuantityMention> mentions = QuantityFinder.Default.FindQuantities(text);
        if (mentions.IsEmpty || !OpensWithQuantity(text, mentions[0]))
        {
            statements.Add(new Statement(label, text.TrimEnd('.', ' ', ','), "", ""));
            return;
        }

        List<QuantityGroup> groups = QuantityGrouper.Group(text, mentions);
        if (groups.Exists(static g => WordCount(g.Behind) > MostWordsBehind))
        {
            statements.Add(new Statement(label, text, "", ""));
            return;
        }

        foreach (QuantityGroup group in groups)
        {
            foreach (QuantityMention mention in group.Quantities)
            {
                statements.Add(ToStatement(label, mention, group));
            }
        }
    }

    private static Statement ToStatement(string label, QuantityMention mention, QuantityGroup group)
    {
        (string word, string text) = ComparatorWord.Detach(mention.Text);
        (string behind, text) = ComparatorWord.DetachBehind(text);
        PrintedQuantity printed = ValueSplitter.Default.Split(text)[0];
        (string unit, string qualifier) = QualifiedUnit.Divide(printed.Unit);
        return new Statement(label, printed.Value, unit, JoinWords(word, behind, qualifier, printed.Condition, group.Before, group.Behind));
    }

    private static bool OpensWithQuantity(string text, QuantityMention first)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, first.Start);
        return !before.ContainsAnyInRange('0', '9') && !before.Contains(',') && WordCount(before.ToString()) <= MostWordsBefore;
    }

    private static string JoinWords(params ReadOnlySpan<string> parts)
    {
        string joined = "";
        foreach (string part in parts)
        {
            if (part.Length > 0)
            {
                joined = joined.Length == 0 ? part : joined + " " + part;
            }
        }

        return joined;
    }

    private static int WordCount(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = c != ' ' && (letter || inside);
        }

        return words;
    }

    private static bool IsBlankMark(string text) => text is "-" or "–" or "—" or "−" or "--" or "---" or "n/a" or "N/A" or "n.a." or "/" or "." or "...";
}
