using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.AspNetCore.Http.Timeouts;

namespace HybridAssistant.Api.Documents;

/// <summary>/v1/documents: what is in the index, the PDFs themselves, upload and removal.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Name of the longer time limit of uploads.</summary>
    public const string UploadTimeout = "upload";

    public static void MapDocuments(this RouteGroupBuilder v1)
    {
        RouteGroupBuilder documents = v1.MapGroup("/documents").WithTags("Documents");
        documents.MapGet("", ListAsync).OpenToTokens().WithName("ListDocuments").WithSummary("All documents").Produces<DocumentList>();
        documents.MapGet("/{document}", DescribeAsync)
            .OpenToTokens()
            .WithName("DescribeDocument").WithSummary("One document")
            .Produces<DocumentSummary>().ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/{document}/file", OpenAsync)
            .OpenToTokens(inQuery: true)
            .WithName("OpenDocument").WithSummary("The PDF itself")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapPost("", UploadAsync)
            .NeedsRole(ApiRole.Ingest)
            .WithName("UploadDocument")
            .WithSummary("Takes in a PDF; it replaces the document of its name")
            .WithDescription("Send a form with the file, or the PDF as the body with ?name=FILE.pdf.")
            .WithMetadata(new RequestTimeoutAttribute(UploadTimeout))
            .DisableAntiforgery()
            .Accepts<IFormFile>("multipart/form-data", "application/pdf")
            .Produces<DocumentUpload>().Produces<DocumentUpload>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        documents.MapDelete("/{document}", RemoveAsync)
            .NeedsRole(ApiRole.Admin)
            .WithName("RemoveDocument").WithSummary("Removes a document.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        IReadOnlyList<IndexedDocument> all = await index.ListAsync(cancellationToken);
        return TypedResults.Json(new DocumentList([.. all.Select(DocumentSummary.Of)]), ApiJson.Default.DocumentList);
    }

    private static async Task<IResult> DescribeAsync(string document, IKnowledgeIndex index, CancellationToken cancellationToken) =>
        await FindAsync(index, document, cancellationToken) is { } found
            ? TypedResults.Json(DocumentSummary.Of(found), ApiJson.Default.DocumentSummary)
            : Problems.UnknownDocument(document);

    private static async Task<IResult> OpenAsync(
        string document, HttpResponse response, IKnowledgeIndex index, DocumentStore store, CancellationToken cancellationToken)
    {
        // A browser that keeps it asks first whether it changed: it would draw the sheet that was replaced. Its address may hold a
        // token, which a shared cache would serve to others and a link in the PDF would tell.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";

        // Only names of the index are turned into paths, so that no request reaches outside the store.
        if (await FindAsync(index, document, cancellationToken) is not { } found)
        {
            return Problems.UnknownDocument(document);
        }

        string path = store.PathOf(found.Document);
        return File.Exists(path)
            ? TypedResults.PhysicalFile(path, "application/pdf", enableRangeProcessing: true)
            : Problems.MissingFile(document);
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, string? name, UploadReader reader, IngestionPipeline pipeline, CancellationToken cancellationToken)
    {
        (string document, byte[] pdf, IResult? fault) = await reader.ReadAsync(request, name, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        IngestionResult result = await pipeline.UploadAsync(document, pdf, cancellationToken);
        var body = new DocumentUpload(
            result.Document,
            result.Outcome.ToString().ToLowerInvariant(),
            result.PageCount,
            result.FactCount,
            result is { Outcome: IngestionOutcome.Replaced, Change: { } change } ? [.. ChangeReport.Lines(change)] : []);
        return result.Outcome switch
        {
            IngestionOutcome.SetAside => Problems.SetAside(result.Document, result.Reason ?? ""),
            IngestionOutcome.Added => TypedResults.Created($"/v1/documents/{Uri.EscapeDataString(result.Document)}", body),
            _ => TypedResults.Ok(body),
        };
    }

    private static async Task<IResult> RemoveAsync(string document, IngestionPipeline pipeline, CancellationToken cancellationToken) =>
        await pipeline.RemoveAsync(document, cancellationToken) ? TypedResults.NoContent() : Problems.UnknownDocument(document);

    private static async Task<IndexedDocument?> FindAsync(IKnowledgeIndex index, string document, CancellationToken cancellationToken)
    {
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(cancellationToken);
        return snapshot.Documents.FirstOrDefault(known => known.Document == document);
    }
}
