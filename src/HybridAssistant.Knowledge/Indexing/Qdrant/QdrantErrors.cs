using System.Text.RegularExpressions;
using Grpc.Core;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Says what a failed call means for who runs the index, and what to do about it.</summary>
internal static partial class QdrantErrors
{
    /// <summary>The exception for the caller.</summary>
    /// <param name="failure">What the call failed with.</param>
    /// <param name="address">Address of the server.</param>
    /// <param name="collection">Alias of the collection.</param>
    public static KnowledgeIndexException Describe(RpcException failure, string address, string collection) => new(
        failure.StatusCode switch
        {
            StatusCode.Unavailable =>
                $"Qdrant at '{address}' cannot be reached ({Detail(failure)}). Start it, or set Index:Qdrant:Address to its gRPC port.",
            StatusCode.DeadlineExceeded =>
                $"Qdrant at '{address}' did not answer in time. Look at its load, or raise Index:Qdrant:CallTimeout.",
            StatusCode.Unauthenticated =>
                $"Qdrant at '{address}' wants an API key ({Detail(failure)}). Set Index:Qdrant:ApiKey.",
            StatusCode.PermissionDenied =>
                $"Qdrant at '{address}' refuses the API key ({Detail(failure)}). Set Index:Qdrant:ApiKey to one that may read and write '{collection}'.",
            StatusCode.NotFound =>
                $"The collection '{collection}' at '{address}' is not there any more ({Detail(failure)}). Ingest again, or run 'hybrid index rebuild'.",
            StatusCode.ResourceExhausted =>
                $"Qdrant at '{address}' has reached a limit ({Detail(failure)}). Wait, or raise the server's limit, disk or memory.",
            StatusCode.InvalidArgument when DimensionError().Match(failure.Status.Detail) is { Success: true } dimensions =>
                $"The vectors of '{collection}' at '{address}' have {dimensions.Groups[1].Value} dimensions, those of the configured embedding model {dimensions.Groups[2].Value}. "
                + "Configure the model that made the index, or run 'hybrid index rebuild' to make it anew.",
            StatusCode.Unimplemented =>
                $"The server at '{address}' is no Qdrant, or one that lacks what the index needs ({Detail(failure)}). Set Index:Qdrant:Address to the gRPC port (6334) of Qdrant {QdrantVersion.Oldest.Text} or newer.",
            _ =>
                $"Qdrant at '{address}' failed on '{collection}': {failure.StatusCode}, {Detail(failure)}. Look at its log, then run 'hybrid index verify'.",
        },
        failure);

    /// <summary>The server is older than what the index relies on.</summary>
    public static KnowledgeIndexException TooOld(QdrantVersion found, string address) => new(
        $"Qdrant at '{address}' is version {found.Text}; the index needs {QdrantVersion.Oldest.Text} or newer. Upgrade it minor by minor.");

    /// <summary>Whether a failure says that the collection (or a point asked for by name) is not there.</summary>
    public static bool IsNotFound(KnowledgeIndexException failure) => StatusOf(failure) == StatusCode.NotFound;

    /// <summary>The status behind a failure; null where it did not come from a call.</summary>
    public static StatusCode? StatusOf(KnowledgeIndexException failure) => (failure.InnerException as RpcException)?.StatusCode;

    private static string Detail(RpcException failure) => failure.Status.Detail.Trim().TrimEnd('.');

    [GeneratedRegex(@"expected dim: (\d+), got (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex DimensionError();
}
