using HybridAssistant.Cli.Commands;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents;
using HybridAssistant.Documents.Rendering;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Output;

/// <summary>Draws a page with the cells that were understood on it.</summary>
internal static class PageDrawing
{
    private const int Dpi = 150; // 6 point type stays legible

    /// <summary>Writes the image of one page of one document.</summary>
    public static async Task WriteAsync(CliSession session, string[] names, int? page, string file, CancellationToken cancellationToken)
    {
        if (names.Length != 1 || page is not { } number)
        {
            throw new BadInputException("--png draws one page of one document: give one DOC and --page N.");
        }

        (SpecSheet sheet, string path) = await FindAsync(session, names[0], cancellationToken);
        if (number < 1 || number > sheet.PageCount)
        {
            throw new BadInputException($"'{names[0]}' has pages 1 to {sheet.PageCount}; --page is {number}.");
        }

        byte[] pdf = await File.ReadAllBytesAsync(path, cancellationToken);
        try
        {
            PageImage image = await session.Get<IPageRenderer>().RenderAsync(pdf, number, Dpi, cancellationToken);
            byte[] drawing = FactOverlay.Draw(image, sheet.Facts.Where(fact => fact.Page == number));
            await File.WriteAllBytesAsync(file, drawing, cancellationToken);
        }
        catch (RenderingException exception)
        {
            throw new BadInputException(exception.Message);
        }
    }

    private static async Task<(SpecSheet Sheet, string Path)> FindAsync(CliSession session, string name, CancellationToken cancellationToken)
    {
        if (File.Exists(name))
        {
            return (await DocumentsShowCommand.ReadAsync(session.Get<ISpecSheetReader>(), name, cancellationToken), name);
        }

        SpecSheet sheet = await session.Get<IKnowledgeIndex>().FindAsync(name, cancellationToken)
            ?? throw new BadInputException($"'{name}' is neither a document of the index nor a file. 'hybrid documents list' shows what there is.");
        return (sheet, session.Get<DocumentStore>().PathOf(name));
    }
}
