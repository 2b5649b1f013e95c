namespace HybridAssistant.Api;

/// <summary>Says what to do next where no endpoint takes a request, which routing itself answers with a bare status.</summary>
internal static class UnroutedRequest
{
    /// <summary>Adds the detail to a problem that has none.</summary>
    public static void Explain(ProblemDetailsContext problem) => problem.ProblemDetails.Detail ??= problem.ProblemDetails.Status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json describes those there are.",
        StatusCodes.Status405MethodNotAllowed => $"The address does not take {problem.HttpContext.Request.Method}. /openapi/v1.json describes what it takes.",
        StatusCodes.Status415UnsupportedMediaType => $"The body is {Named(problem.HttpContext.Request.ContentType)}. Send 'Content-Type: application/json', or multipart/form-data for a file.",
        _ => null,
    };

    private static string Named(string? contentType) => contentType is null ? "of no stated type" : $"'{contentType}'";
}
