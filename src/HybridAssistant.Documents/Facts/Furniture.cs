namespace HybridAssistant.Documents.Facts;

/// <summary>Text that every sheet carries and that states nothing about a product: addresses, copyright, page numbers.</summary>
internal static class Furniture
{
    private static readonly string[] Marks =
    [
        "@", "www.", "http", "Tel:", "Tel.", "Tel ", "Phone", "Fax", "E-mail", "Email", "©", "(c) ", "copyright", "all rights reserved",
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

        return false;
    }
}
