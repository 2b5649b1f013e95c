namespace HybridAssistant.Documents.Facts;

/// <summary>Splits a text at its own labels: "LVD: EN 61010, EMC: EN 55011" has two.</summary>
internal static class LabelSplitter
{
    private const int MostLabelWords = 6;

    /// <summary>The labelled parts in order; one part without a label where the text has none.</summary>
    public static IReadOnlyList<(string Label, string Text)> Split(string text)
    {
        var colons = new List<(int LabelStart, int Colon)>();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == ':' && IsLabelEnd(text, i))
            {
                int start = LabelStart(text, i, colons.Count == 0 ? 0 : colons[^1].Colon + 1);
                if (start >= 0)
                {
                    colons.Add((start, i));
                }
            }
        }

        if (colons.Count == 0 || colons[0].LabelStart > 0)
        {
            return [("", text)];
        }

        var parts = new List<(string, string)>(colons.Count);
        for (int i = 0; i < colons.Count; i++)
        {
            int end = i + 1 < colons.Count ? colons[i + 1].LabelStart : text.Length;
            string value = text[(colons[i].Colon + 1)..end].Trim(' ', ',', ';');
            if (value.Length > 0)
            {
                parts.Add((text[colons[i].LabelStart..colons[i].Colon].Trim(), value));
            }
        }

        return parts.Count > 0 ? parts : [("", text)];
    }

    /// <summary>A colon between digits is a ratio or a time, one before a slash part of an address.</summary>
    private static bool IsLabelEnd(string text, int colon)
    {
        if (colon + 1 >= text.Length)
        {
            return false;
        }

        bool ratio = char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1]);
        return !ratio && text[colon + 1] != '/' && text[colon + 1] != ':';
    }

    /// <summary>A later label begins behind a comma, semicolon, full stop or at the word itself; it holds few words.</summary>
    private static int LabelStart(string text, int colon, int from)
    {
        int start = from;
        if (from > 0)
        {
            int separator = text.LastIndexOfAny([',', ';'], colon - 1, colon - from);
            int space = text.LastIndexOf(' ', Math.Max(from, colon - 2));
            start = separator >= from ? separator + 1 : space > from ? space + 1 : -1;
            if (start < 0)
            {
                return -1;
            }
        }

        ReadOnlySpan<char> label = text.AsSpan(start, colon - start).Trim();
        bool opens = label.Length > 0 && (char.IsLetter(label[0]) || (char.IsAsciiDigit(label[0]) && label.ContainsAnyInRange('A', 'Z')));
        return opens && label.Count(' ') < MostLabelWords && !label.Contains('.') && label.Count('(') == label.Count(')') ? start : -1;
    }
}
