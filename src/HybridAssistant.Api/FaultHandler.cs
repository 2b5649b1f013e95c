using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Records;
using Microsoft.AspNetCore.Diagnostics;

namespace HybridAssistant.Api;

/// <summary>
/// Turns exceptions into problem details. The log gets the whole fault; the caller gets what to do, and nothing of the inside: no path,
/// no process, no name of a machine.
/// </summary>
internal sealed class FaultHandler(IProblemDetailsService problems, ILogger<FaultHandler> logger) : IExceptionHandler
{
    private const string SeeLog = "the service's log says why";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        (int status, string? detail) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            RecordFileException record => (StatusCodes.Status503ServiceUnavailable,
                $"The place that {record.Setting} names cannot be used now, so that nothing was kept; {SeeLog}."),
            IndexBusyException => (StatusCodes.Status503ServiceUnavailable,
                $"The index is being written by another process and was not free in time; try again. If it stays so, {SeeLog}."),
            KnowledgeIndexException => (StatusCodes.Status503ServiceUnavailable, $"The index cannot be used as it is; {SeeLog}, and what mends it."),
            _ => (StatusCodes.Status500InternalServerError, $"The request failed inside the service; {SeeLog}."),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            // The framework logs only what no handler took.
            Log.Failed(logger, context.Request.Method, context.Request.Path, exception.Message, exception);
        }

        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }
}
