using System.Collections.Frozen;
using System.Text;

namespace HybridAssistant.Core.Codes;

/// <summary>Labels of cells that hold a part number or ordering code, read from <c>code-attributes.tsv</c>.</summary>
public static class CodeAttributes
{
    private static readonly FrozenSet<string> Labels = EmbeddedTable.Rows("Codes", "code-attributes.tsv", 1)
        .SelectMany(row => row[0].Split(" | ", StringSplitOptions.TrimEntries))
        .Select(KeyOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a row label or column heading announces a code ("Part No.", "Ordering code").</summary>
    public static bool Announces(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Labels.Contains(KeyOf(label));
    }

    private static string KeyOf(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (char c in label)
        {
            if (char.IsLetterOrDigit(c) || c is '/' or '#')
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        string text = key.ToString();
        return text.EndsWith("numbers", StringComparison.Ordinal) || text.EndsWith("codes", StringComparison.Ordinal) ? text[..^1] : text;
    }
}
