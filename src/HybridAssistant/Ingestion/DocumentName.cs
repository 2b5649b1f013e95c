using System.Globalization;
using System.Text;

namespace HybridAssistant.Ingestion;

/// <summary>Rules for the name of an uploaded document: it becomes a file name on any system.</summary>
internal static class DocumentName
{
    // File systems take 255 bytes; while it is staged a hash stands before it and an ending behind it, and front matter ends longer.
    private const int MaxBytes = 180;

    /// <summary>What is wrong with a name; null: nothing.</summary>
    public static string? Fault(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) is > MaxBytes and int bytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The name has {bytes} bytes; at most {MaxBytes} are allowed.");
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
