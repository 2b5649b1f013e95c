using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Api.Documents;

/// <summary>/v1/documents: what is in the index, and the PDFs themselves.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Name of the longer time limit of uploads.</summary>
    public const string UploadTimeout = "upload";

    public static void MapDocuments(this RouteGroupBuilder v1)
    {
        RouteGroupBuilder documents = v1.MapGroup("/documents");
        documents.MapGet("", ListAsync).WithName("ListDocuments").WithSummary("All documents").Produces<DocumentList>();
        documents.MapGet("/{document}", DescribeAsync)
            .WithName("DescribeDocument").WithSummary("One document")
            .Produces<DocumentSummary>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        IReadOnlyList<IndexedDocument> all = await index.ListAsync(cancellationToken);
        return TypedResults.Json(new DocumentList([.. all.Select(DocumentSummary.Of)]), ApiJson.Default.DocumentList);
    }

    private static async Task<IResult> DescribeAsync(string document, IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        IndexedDocument? found = await FindAsync(index, document, cancellationToken);
        return found is null
            ? Problems.UnknownDocument(document)
            : TypedResults.Json(DocumentSummary.Of(found), ApiJson.Default.DocumentSummary);
    }

    private static async Task<IndexedDocument?> FindAsync(IKnowledgeIndex index, string document, CancellationToken cancellationToken)
    {
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(cancellationToken);
        return snapshot.Documents.FirstOrDefault(known => known.Document == document);
    }
}
