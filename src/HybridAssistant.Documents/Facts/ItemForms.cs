using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>List items that state something without a colon: "Input filter meets EN 55022", "RoHS compliant", "5 x 20mm physical size".</summary>
internal static partial class ItemForms
{
    private const int MostHeadedWords = 8;

    private static readonly FrozenSet<string> Heads = DataTable.Rows("Facts.item-heads.tsv", 1)
        .SelectMany(static row => row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What an item of such a form states, its label being the attribute; null where it has another form.</summary>
    public static Statement? Read(string text)
    {
        text = text.TrimEnd('.', ';', ',');
        return ReadConformity(text) ?? ReadApproval(text) ?? ReadSize(text) ?? ReadOption(text) ?? ReadMeans(text) ?? ReadHeaded(text);
    }

    private static Statement? ReadConformity(string text)
    {
        if (Conformity().Match(text) is { Success: true } found && (found.Groups["name"].Length == 0 || Standards.Opens(found.Groups["to"].Value)))
        {
            string name = found.Groups["name"].Value.Trim(' ', ',');
            return new Statement(name.Length > 0 ? name : found.Groups["verb"].Value, found.Groups["to"].Value, "", "");
        }

        return Compliance().Match(text) is { Success: true } compliance
            ? new Statement(compliance.Groups["name"].Value, compliance.Groups["state"].Value, "", "")
            : null;
    }

    /// <summary>"UL Listed, Guide JDYX, File E19180, 63mA-6A": the ratings at the end are what it holds for.</summary>
    private static Statement? ReadApproval(string text)
    {
        if (Approval().Match(text) is not { Success: true } found)
        {
            return null;
        }

        string rest = found.Groups["rest"].Value;
        int last = rest.LastIndexOf(", ", StringComparison.Ordinal);
        return last > 0 && !QuantityFinder.Default.FindQuantities(rest[(last + 2)..]).IsEmpty
            ? new Statement(found.Groups["name"].Value, rest[..last], "", rest[(last + 2)..])
            : null;
    }

    private static Statement? ReadSize(string text) =>
        Size().Match(text) is { Success: true } found && Dimensions.Read("", found.Groups["size"].Value) is [{ } size]
            ? size with { Label = found.Groups["name"].Value }
            : null;

    private static Statement? ReadOption(string text) =>
        Option().Match(text) is { Success: true } found ? new Statement(found.Groups["name"].Value, found.Groups["state"].Value, "", "") : null;

    private static Statement? ReadMeans(string text) =>
        Means().Match(text) is { Success: true } found ? new Statement(found.Groups["name"].Value, found.Groups["means"].Value, "", "") : null;

    private static Statement? ReadHeaded(string text)
    {
        string[] words = text.Split(' ');
        if (words.Length is < 2 or > MostHeadedWords || text.AsSpan().ContainsAny(",;:()") || !QuantityFinder.Default.FindQuantities(text).IsEmpty)
        {
            return null;
        }

        for (int count = Math.Min(2, words.Length - 1); count > 0; count--)
        {
            string head = string.Join(' ', words[^count..]);
            if (Heads.Contains(head))
            {
                return new Statement(head, string.Join(' ', words[..^count]), "", "");
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<name>[^:.]{0,70}?)\b(?<verb>meets|complies with|conforms to|compliant (?:to|with)|according(?: to)?|acc\. to|in accordance with|designed to|certified to|approved to|tested (?:to|per)) (?=\p{Lu})(?<to>.{2,80})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conformity();

    [GeneratedRegex(@"^(?<name>[^\s,:]*[\p{Lu}\d][^\s,:]*(?: [^\s,:]+){0,2}) (?<state>compliant|listed|recogni[sz]ed|certified|approved)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Compliance();

    [GeneratedRegex(@"^(?<name>[\p{L}\d]+(?: \p{L}+)? (?:listed|recogni[sz]ed|certified|approved|approval)), (?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Approval();

    [GeneratedRegex(@"^(?<size>\d[\d.,]*[^,;:()]*? ?[x×] ?\d[\d.,]* ?(?:mm|cm|m|in|inch)) (?<name>\p{L}[\p{L} -]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"^(?<state>Optional) (?<name>[\p{L}][^\d,;:]{2,50}?)(?: available)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(?<name>[^\d,;:]{3,50}) via (?<means>[\p{Lu}\d][^\s,;:]*(?: [^\s,;:]+){0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Means();
}
