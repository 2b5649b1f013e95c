namespace HybridAssistant.Documents.Facts;

/// <summary>Splits a text at its own labels: "LVD: EN 61010, EMC: EN 55011" has two.</summary>
internal static class LabelSplitter
{
    private const int MostLabelWords = 6;

    // "Max.", "approx." at the beginning of a label.
    private const int LongestAbbreviation = 6;

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
            value = i + 1 < colons.Count ? value.TrimEnd('.') : value;
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

    /// <summary>"Min. conductivity" and "above 0.5 m/s" hold points, but end no sentence.</summary>
    private static bool HoldsSentenceEnd(ReadOnlySpan<char> label)
    {
        for (int i = 1; i < label.Length; i++)
        {
            bool inNumber = i + 1 < label.Length && char.IsAsciiDigit(label[i - 1]) && char.IsAsciiDigit(label[i + 1]);
            bool abbreviation = i <= LongestAbbreviation && i + 2 < label.Length && label[i + 1] == ' ' && char.IsLower(label[i + 2]);
            if (label[i] == '.' && !inNumber && !abbreviation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"240-0480. Wall mounting kit:": a full stop before a capital ends what stands before; -1 where there is none.</summary>
    private static int SentenceEnd(string text, int from, int colon)
    {
        int stop = text.LastIndexOf(". ", colon - 1, colon - from, StringComparison.Ordinal);
        return stop > from && stop + 2 < colon && char.IsUpper(text[stop + 2]) && char.IsAsciiDigit(text[stop - 1]) ? stop : -1;
    }

    /// <summary>A later label begins behind a comma, semicolon, full stop or at the word itself; it holds few words.</summary>
    private static int LabelStart(string text, int colon, int from)
    {
        int start = from;
        if (from > 0)
        {
            int separator = Math.Max(text.LastIndexOfAny([',', ';'], colon - 1, colon - from), SentenceEnd(text, from, colon));
            int space = text.LastIndexOf(' ', Math.Max(from, colon - 2));
            start = separator >= from ? separator + 1 : space > from ? space + 1 : -1;
            if (start < 0)
            {
                return -1;
            }
        }

        ReadOnlySpan<char> label = text.AsSpan(start, colon - start).Trim();
        bool opens = label.Length > 0 && (char.IsLetter(label[0]) || (char.IsAsciiDigit(label[0]) && label.ContainsAnyInRange('A', 'Z')));
        return opens && label.Count(' ') < MostLabelWords && !HoldsSentenceEnd(label) && label.Count('(') == label.Count(')') ? start : -1;
    }
}
