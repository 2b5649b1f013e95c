namespace HybridAssistant.Api.OpenAi;

/// <summary>Why a request under OpenAI's paths is not answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Param">The field; null where it is not one field.</param>
/// <param name="Code">OpenAI's code.</param>
internal sealed record OpenAiFault(int Status, string Message, string? Param, string? Code)
{
    private const string InvalidRequest = "invalid_request_error";

    /// <summary>A request that cannot be used.</summary>
    public static OpenAiFault Invalid(string? param, string code, string message) =>
        new(StatusCodes.Status400BadRequest, message, param, code);

    /// <summary>A fault that the service around the endpoints found: a key, a limit, a time-out.</summary>
    public static OpenAiFault Of(int status, string message) => new(status, message, null, status switch
    {
        StatusCodes.Status401Unauthorized => "invalid_api_key",
        StatusCodes.Status403Forbidden => "insufficient_permissions",
        StatusCodes.Status404NotFound => "unknown_url",
        StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
        _ => null,
    });

    /// <summary>The body.</summary>
    public OpenAiError ToError() => new(new OpenAiErrorDetail(
        Message,
        Status switch
        {
            StatusCodes.Status429TooManyRequests => "requests",
            >= StatusCodes.Status500InternalServerError => "server_error",
            _ => InvalidRequest,
        },
        Param,
        Code));

    /// <summary>The response.</summary>
    public IResult ToResult() => TypedResults.Json(ToError(), OpenAiJson.Readable.OpenAiError, statusCode: Status);
}
