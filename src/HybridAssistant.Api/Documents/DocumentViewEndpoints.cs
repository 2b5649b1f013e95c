using HybridAssistant.Api.Security;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Serving;

namespace HybridAssistant.Api.Documents;

/// <summary>/v1/documents/{document}/changes and /pages/{n}: what the last replacement changed, and pages as images.</summary>
internal static class DocumentViewEndpoints
{
    public static void MapDocumentViews(this RouteGroupBuilder v1)
    {
        RouteGroupBuilder document = v1.MapGroup("/documents/{document}").WithTags("Documents");
        document.MapGet("/changes", ShowChangesAsync)
            .OpenToTokens()
            .WithName("ShowChanges").WithSummary("What the last replacement of a document changed, fact by fact")
            .Produces<DocumentChanges>().ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("/pages/{page:int}", DrawAsync)
            .OpenToTokens()
            .WithName("DrawPage").WithSummary("A page as a PNG image, counted from 1")
            .Produces(StatusCodes.Status200OK, contentType: "image/png").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ShowChangesAsync(string document, IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        if (await FindAsync(index, document, cancellationToken) is null)
        {
            return Problems.UnknownDocument(document);
        }

        return await index.FindLastChangeAsync(document, cancellationToken) is { IsNew: false } change
            ? TypedResults.Json(new DocumentChanges(document, change.ChangedAt, [.. ChangeReport.Lines(change)]), ApiJson.Default.DocumentChanges)
            : Problems.NotFound("Never replaced.", $"'{document}' was never replaced since it was taken in, so that nothing changed.");
    }

    private static async Task<IResult> DrawAsync(
        string document, int page, IKnowledgeIndex index, SheetPages pages, CancellationToken cancellationToken)
    {
        if (await FindAsync(index, document, cancellationToken) is not { } found)
        {
            return Problems.UnknownDocument(document);
        }

        if (page < 1 || page > found.PageCount)
        {
            return Problems.NotFound("Unknown page.", $"'{document}' has the pages 1 to {found.PageCount}.");
        }

        PageDrawing drawing = await pages.DrawAsync(document, page, cancellationToken);
        return drawing.Image is { } image
            ? TypedResults.File(image.Png, "image/png")
            : TypedResults.Problem(drawing.Fault, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The page cannot be drawn.");
    }

    private static async Task<IndexedDocument?> FindAsync(IKnowledgeIndex index, string document, CancellationToken cancellationToken) =>
        (await index.ListAsync(cancellationToken)).FirstOrDefault(known => known.Document == document);
}
