using HybridAssistant.Knowledge.Indexing;
using Microsoft.AspNetCore.Diagnostics;

namespace HybridAssistant.Api;

/// <summary>Turns exceptions into problem details: those that name a remedy say it, the rest say nothing of the inside.</summary>
internal sealed class FaultHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        (int status, string? detail) = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large =>
                (large.StatusCode, $"{large.Message} {ApiOptions.Section}:{nameof(ApiOptions.MaxUploadBytes)} sets it."),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            KnowledgeIndexException index => (StatusCodes.Status503ServiceUnavailable, index.Message),
            _ => (StatusCodes.Status500InternalServerError, "The request failed inside the service; its log says why."),
        };

        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }
}
