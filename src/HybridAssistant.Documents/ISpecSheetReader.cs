namespace HybridAssistant.Documents;

/// <summary>Reads one PDF into what it states. In-process, or in a process of its own that can be ended.</summary>
public interface ISpecSheetReader
{
    /// <summary>Reads and understands a PDF.</summary>
    /// <param name="document">File name, without folder.</param>
    /// <param name="pdf">The file's bytes.</param>
    /// <param name="cancellationToken">Ends the reading between pages.</param>
    /// <returns>The sheet, or why it was set aside. A broken file is a result, never an exception.</returns>
    Task<SheetReading> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default);
}
