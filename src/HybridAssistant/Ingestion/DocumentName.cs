using System.Globalization;

namespace HybridAssistant.Ingestion;

/// <summary>Rules for the name of an uploaded document: it becomes a file name on any system.</summary>
internal static class DocumentName
{
    private const int MaxLength = 180;

    /// <summary>What is wrong with a name; null: nothing.</summary>
    public static string? Fault(string name)
    {
        if (name.Length > MaxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The name has {name.Length} characters; at most {MaxLength} are allowed.");
        }

        if (!name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || name.Length == ".pdf".Length)
        {
            return $"'{name}' does not end in '.pdf'.";
        }

        if (name[0] == '.' || name.Any(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal)))
        {
            return $"'{name}' is no plain file name: it starts with a dot or holds a control character or one of / \\ : * ? \" < > |.";
        }

        return null;
    }
}
