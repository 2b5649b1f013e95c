using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HybridAssistant.Documents.Tests.Robustness;

/// <summary>Small PDFs made to break a reader.</summary>
internal static class HostilePdf
{
    /// <summary>A page whose content is so many MiB of text operators, packed into a few hundred kilobytes.</summary>
    public static byte[] DecompressionBomb(int mebibytes)
    {
        byte[] chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 m 9 9 l S\n", (1 << 20) / 14)));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int i = 0; i < mebibytes; i++)
            {
                zlib.Write(chunk);
            }
        }

        return Build(packed.ToArray(), "/Filter /FlateDecode ", "");
    }

    /// <summary>Arrays inside arrays, to overflow the stack of a recursive parser.</summary>
    public static byte[] NestedArrays(int depth) =>
        Build([], "", $"/Deep {new string('[', depth)}{new string(']', depth)}");

    /// <summary>One page of text.</summary>
    public static byte[] Text(string text) =>
        Build(Encoding.ASCII.GetBytes($"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"), "", "");

    private static byte[] Build(byte[] content, string streamEntries, string pageEntries)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {pageEntries} >>");
        offsets.Add(file.Length);
        Write(string.Create(CultureInfo.InvariantCulture, $"4 0 obj\n<< /Length {content.Length} {streamEntries}>>\nstream\n"));
        file.Write(content);
        Write("\nendstream\nendobj\n");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        long table = file.Length;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (long offset in offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string body)
        {
            offsets.Add(file.Length);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n"));
        }
    }
}
