namespace HybridAssistant.Api;

/// <summary>Says what to do next where routing or the rate limit answers with a status alone.</summary>
internal static class BareStatus
{
    /// <summary>Adds the detail to a problem that has none.</summary>
    public static void Explain(ProblemDetailsContext problem) =>
        problem.ProblemDetails.Detail ??= DetailOf(problem.HttpContext, problem.ProblemDetails.Status);

    /// <summary>What a status means for this request; null: nothing is known beyond the status.</summary>
    public static string? DetailOf(HttpContext context, int? status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json describes those there are.",
        StatusCodes.Status405MethodNotAllowed => $"The address does not take {context.Request.Method}. /openapi/v1.json describes what it takes.",
        StatusCodes.Status415UnsupportedMediaType => $"The body is {Named(context.Request.ContentType)}. Send 'Content-Type: application/json', or multipart/form-data for a file.",
        StatusCodes.Status429TooManyRequests => $"More requests than this key, token or address may send in a minute. Try again in {context.Response.Headers.RetryAfter} seconds.",
        _ => null,
    };

    private static string Named(string? contentType) => contentType is null ? "of no stated type" : $"'{contentType}'";
}
