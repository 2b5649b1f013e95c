using System.Security.Cryptography;

namespace HybridAssistant.Ingestion;

/// <summary>A PDF in memory, with what lies beside it.</summary>
/// <param name="Origin">The path or upload that it came from.</param>
/// <param name="Document">File name.</param>
/// <param name="Pdf">The file's bytes.</param>
/// <param name="FrontMatter">Text of the YAML file beside it; null where there is none.</param>
internal sealed record SourcePdf(string Origin, string Document, ReadOnlyMemory<byte> Pdf, string? FrontMatter)
{
    /// <summary>SHA-256 of the PDF, lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Pdf.Span));
}
