namespace HybridAssistant.Documents.Facts;

/// <summary>Text that every sheet carries and that states nothing about a product: addresses, copyright, page numbers.</summary>
internal static class Furniture
{
    private static readonly string[] Marks =
    [
        "www.", "http", "Tel:", "Tel.", "Tel ", "Phone", "Fax", "E-mail", "Email", "©", "(c) ", "copyright", "all rights reserved",
        "subject to change", "Page ", "trademark", "contact ", "Distributed by", "File Name", "Form No", "ISBN",
    ];

    /// <summary>Whether a line is such text.</summary>
    public static bool IsContact(string text)
    {
        foreach (string mark in Marks)
        {
            if (text.Contains(mark, mark.Length > 5 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                return true;
            }
        }

        return IsAddress(text) || IsPhoneNumber(text);
    }

    /// <summary>An "@" between two letters; "OSNR @0.1nm" has none.</summary>
    private static bool IsAddress(string text)
    {
        int at = text.IndexOf('@');
        return at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetter(text[at + 1]);
    }

    /// <summary>Whether a label opens notes rather than a value.</summary>
    public static bool IsNote(string label) => label.Trim(' ', ':', '.', '*') is "NOTE" or "Note" or "Notes" or "NOTES" or "Remark" or "Remarks" or "Important Notice";

    private static bool IsPhoneNumber(string text)
    {
        int digits = 0, groups = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool digit = char.IsAsciiDigit(c);
            if (!digit && c is not (' ' or '-' or '(' or ')' or '+' or '.' or '−' or '–'))
            {
                return false;
            }

            groups += digit && !inside ? 1 : 0;
            digits += digit ? 1 : 0;
            inside = digit;
        }

        return digits >= 9 && groups >= 2 && (text.StartsWith('0') || text.Contains('-') || text.Contains('(') || text.StartsWith('+'));
    }
}
