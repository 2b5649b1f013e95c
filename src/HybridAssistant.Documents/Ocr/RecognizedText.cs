using System.Text.RegularExpressions;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Mends what recognition regularly takes for something else in spec sheets.</summary>
internal static partial class RecognizedText
{
    /// <summary>The word with its usual misreadings put right.</summary>
    public static string Clean(string text)
    {
        string clean = text.Trim('|').Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"');
        clean = DegreeSign().Replace(clean, "°");
        clean = DoubledWatt().Replace(clean, "W");
        clean = MiddleDot().Replace(clean, "$1·$2");
        clean = Ohm().Replace(clean, "Ω");
        clean = GluedRange().Replace(clean, " to ");
        clean = clean.Replace("+/-", "±", StringComparison.Ordinal);
        return clean.Length == 0 ? text : clean;
    }

    // "70*C", "-65'C", "+60"C": the small circle of a degree.
    [GeneratedRegex(@"(?<=\d) ?[*'""ºo˚](?=[CF]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex DegreeSign();

    // "300mWw": the closing stroke of a W read twice.
    [GeneratedRegex(@"(?<=^[\d.,]*[mk]?)Ww$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubledWatt();

    // "kg:mm", "kg:-mm", "N:m".
    [GeneratedRegex(@"^(m?N|k?g|kgf|oz|lb)[:;.]-?(mm|cm|m|in|ft)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleDot();

    // "4to20mA": narrow blanks unread.
    [GeneratedRegex(@"(?<=\d)to(?=[-+]?\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GluedRange();

    // "10kQ", "MQ", "100Q".
    [GeneratedRegex(@"(?<=^[\d.,]*[kKMm]|^[\d.,]+)Q$", RegexOptions.CultureInvariant)]
    private static partial Regex Ohm();
}
