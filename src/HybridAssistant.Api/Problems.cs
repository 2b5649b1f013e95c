
namespace HybridAssistant.Api;

/// <summary>The problem details (RFC 9457) that the endpoints answer faults with.</summary>
internal static class Problems
{
    public static IResult BadRequest(string place, string problem) =>
        BadRequest(new Dictionary<string, string[]> { [place] = [problem] }, problem);

    public static IResult BadRequest(IReadOnlyDictionary<string, string[]> faults, string summary) =>
        TypedResults.ValidationProblem(faults, detail: summary, title: "The request cannot be used.");

    public static IResult UnknownDocument(string document) => TypedResults.Problem(
        $"There is no document '{document}'. GET /v1/documents lists those there are.",
        statusCode: StatusCodes.Status404NotFound,
        title: "Unknown document.");

    public static IResult Forbidden(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "Not allowed.");

    public static IResult NotFound(string title, string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);

    public static IResult MissingFile(string document) => TypedResults.Problem(
        $"The PDF of '{document}' is missing from the document store. Ingest it again.",
        statusCode: StatusCodes.Status404NotFound,
        title: "Missing file.");

    public static IResult SetAside(string document, string reason) => TypedResults.Problem(
        $"'{document}' was set aside: {reason}",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The document cannot be used.");
}
