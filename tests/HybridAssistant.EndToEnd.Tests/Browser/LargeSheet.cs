using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HybridAssistant.EndToEnd.Tests.Browser;

/// <summary>Makes a sheet large without changing a page of it, as a sheet with pictures is.</summary>
internal static partial class LargeSheet
{
    /// <summary>Appends to a PDF, by an incremental update (ISO 32000-1, 7.5.6), a stream of zeros that no page refers to.</summary>
    public static async Task<byte[]> PadAsync(string path, int bytes)
    {
        byte[] pdf = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        string text = Encoding.Latin1.GetString(pdf);
        int number = int.Parse(Size().Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        string before = Start().Matches(text)[^1].Groups[1].Value;
        string stream = $"\n{number} 0 obj\n<</Length {bytes}>>\nstream\n";
        string end = "\nendstream\nendobj\n";
        int table = pdf.Length + stream.Length + bytes + end.Length;
        string trailer =
            $"xref\n{number} 1\n{pdf.Length + 1:D10} 00000 n \ntrailer\n<</Size {number + 1}/{Root().Match(text).Value}/Prev {before}>>\nstartxref\n{table}\n%%EOF\n";
        return [.. pdf, .. Encoding.ASCII.GetBytes(stream), .. new byte[bytes], .. Encoding.ASCII.GetBytes(end + trailer)];
    }

    [GeneratedRegex("/Size ([0-9]+)")]
    private static partial Regex Size();

    [GeneratedRegex("Root [0-9]+ 0 R")]
    private static partial Regex Root();

    [GeneratedRegex("startxref\\s+([0-9]+)")]
    private static partial Regex Start();
}
