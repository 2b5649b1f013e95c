using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Ingestion;

/// <summary>A PDF that was read: its bytes, and either what it states or what became of it already.</summary>
/// <param name="Source">The path or upload that it came from.</param>
/// <param name="Document">File name.</param>
/// <param name="Pdf">The file's bytes.</param>
/// <param name="Sheet">What was understood; null where <paramref name="Settled"/> says why there is none.</param>
/// <param name="Settled">Unchanged or set aside; null where the sheet goes on into the index.</param>
internal sealed record SourceContent(
    string Source, string Document, ReadOnlyMemory<byte> Pdf, SpecSheet? Sheet, IngestionResult? Settled);
