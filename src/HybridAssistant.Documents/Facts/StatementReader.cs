using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// Reads what one line of a cell states: "0-58 gpm / 220 lpm" is two values, "16ms/230VAC" one value with its condition,
/// "Nominal: 24 V to 34 V, Maximum: 50 V" two labelled ones. A text that only mentions quantities stays one value.
/// </summary>
internal static class StatementReader
{
    // Words behind a value that do not begin like a condition: more of them make running text.
    private const int MostPlainWordsBehind = 3;
    private const int MostWordsBehind = 12;

    // Longest first.
    private static readonly string[] QuantityNames = ["relative humidity %RH ", "relative humidity ", "rel. humidity ", "RH "];

    private static readonly FrozenSet<string> Qualifiers = LoadQualifiers();

    /// <summary>Reads a line; nothing where it states nothing ("-", "n/a").</summary>
    public static IReadOnlyList<Statement> Read(string text)
    {
        text = LabelText.WithoutRaisedMark(text.Trim());
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
        if (OpeningForms.Read(label, text, AddStatements) is { Count: > 0 } special)
        {
            statements.AddRange(special);
            return;
        }

        // Star signs between numbers multiply; the value is cut from the text as printed.
        string readable = StarredProduct.ToCrosses(text);
        ImmutableArray<QuantityMention> mentions = QuantityFinder.Default.FindQuantities(readable);
        if (mentions.IsEmpty && Dimensions.Read(label, readable) is { Count: > 0 } dimensions)
        {
            statements.AddRange(dimensions.Select(d => d with { Value = StarredProduct.AsPrinted(d.Value, text) }));
            return;
        }

        if (mentions.IsEmpty || !OpensWithQuantity(readable, mentions[0]))
        {
            statements.Add(new Statement(label, text.TrimEnd('.', ' ', ','), "", ""));
            return;
        }

        List<QuantityGroup> groups = QuantityGrouper.Group(readable, mentions);
        if (groups.Exists(static g => IsRunningText(g.Behind)) || CompoundNoun.Opens(mentions[0], groups[0].Behind))
        {
            statements.Add(new Statement(label, text, "", ""));
            return;
        }

        foreach (QuantityGroup group in groups)
        {
            string bound = ComparatorWord.Detach(group.Quantities[0]).Word;
            foreach (string quantity in group.Quantities)
            {
                statements.Add(ToStatement(label, quantity, bound, group, text));
            }
        }
    }

    private static Statement ToStatement(string label, string quantity, string bound, QuantityGroup group, string printedText)
    {
        (string word, string text) = ComparatorWord.Detach(quantity);
        (string behind, text) = ComparatorWord.DetachBehind(text);
        PrintedQuantity printed = ValueSplitter.Default.Split(text)[0];
        (string unit, string qualifier) = QualifiedUnit.Divide(printed.Unit);
        string condition = Words.Join(word.Length > 0 ? word : bound, behind, qualifier, printed.Condition, group.Before, group.Behind);
        return new Statement(label, StarredProduct.AsPrinted(printed.Value, printedText), unit, condition);
    }

    private static bool OpensWithQuantity(string text, QuantityMention first)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, first.Start);
        if (before.ContainsAnyInRange('0', '9') || before.Contains(','))
        {
            return false;
        }

        foreach (string word in before.ToString().Split([' ', '(', '.', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Qualifiers.Contains(word) && word.Any(char.IsLetter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRunningText(string behind)
    {
        string qualifying = WithoutQuantityName(behind);
        int words = Words.Count(qualifying);
        return words > MostWordsBehind || (words > MostPlainWordsBehind && !QuantityGrouper.OpensCondition(qualifying));
    }

    /// <summary>"5 to 95 % relative humidity up to 30 °C": the quantity's own name stands before what qualifies it.</summary>
    private static string WithoutQuantityName(string behind)
    {
        foreach (string name in QuantityNames)
        {
            if (behind.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return behind[name.Length..].TrimStart();
            }
        }

        return behind;
    }

    private static bool IsBlankMark(string text) => text is "-" or "–" or "—" or "−" or "--" or "---" or "n/a" or "N/A" or "n.a." or "/" or "." or "...";

    private static FrozenSet<string> LoadQualifiers() => DataTable.Rows("Facts.qualifier-words.tsv", 1)
        .SelectMany(static row => row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
