using HybridAssistant.Documents.Ocr;

namespace HybridAssistant.Documents.Isolation;

/// <summary>What a reading process is told first.</summary>
/// <param name="Limits">What a file may cost.</param>
/// <param name="Ocr">How pages without text are recognised.</param>
internal sealed record SheetWorkerSettings(SheetLimits Limits, OcrOptions Ocr);
