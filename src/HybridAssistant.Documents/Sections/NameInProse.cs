using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Sections;

/// <summary>Finds the product's name where running text puts it before the title's words: "The NE561B Phase Locked Loop is".</summary>
internal static class NameInProse
{
    // Shorter titles are words that stand behind any code.
    private const int ShortestTitle = 10;

    /// <summary>The code before the title's words; empty where there is none.</summary>
    public static string Find(IEnumerable<TextLine> lines, string title)
    {
        if (title.Length < ShortestTitle || !title.Contains(' '))
        {
            return "";
        }

        foreach (TextLine line in lines)
        {
            string text = LineText.Of(line);
            int at = text.IndexOf(title, StringComparison.OrdinalIgnoreCase);
            if (at < 2 || text.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string before = text[..at].TrimEnd();
            string word = before[(before.LastIndexOf(' ') + 1)..];
            if (ValueShape.IsCode(word))
            {
                return word;
            }
        }

        return "";
    }
}
