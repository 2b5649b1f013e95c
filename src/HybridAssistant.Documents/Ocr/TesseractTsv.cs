using System.Globalization;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Reads the table that <c>tesseract ... tsv</c> writes.</summary>
internal static class TesseractTsv
{
    private const int Columns = 12;
    private const int WordLevel = 5;

    /// <summary>The words of a page, in tesseract's reading order.</summary>
    public static IEnumerable<RecognizedWord> Read(string tsv)
    {
        foreach (string line in tsv.Split('\n').Skip(1))
        {
            string[] cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length == Columns && Number(cells[0]) == WordLevel && cells[11].Trim() is { Length: > 0 } text)
            {
                double confidence = double.Parse(cells[10], CultureInfo.InvariantCulture) / 100;
                yield return new RecognizedWord(
                    text, Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9]), Math.Clamp(confidence, 0, 1), (Number(cells[2]), Number(cells[3]), Number(cells[4])));
            }
        }
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
