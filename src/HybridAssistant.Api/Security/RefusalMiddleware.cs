namespace HybridAssistant.Api.Security;

/// <summary>Refuses what <see cref="AccessMiddleware"/> found no caller for. It stands behind the rate limit, so that guesses are counted.</summary>
internal sealed class RefusalMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<AccessFault>() is { } fault ? RefuseAsync(context, fault) : next(context);

    private static async Task RefuseAsync(HttpContext context, AccessFault fault)
    {
        context.Response.StatusCode = fault.Status;
        if (fault.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = fault.Error is { } error ? $"Bearer error=\"{error}\"" : "Bearer";
        }

        // Also to a client that accepts event streams alone: it learns why.
        await TypedResults.Problem(fault.Detail, statusCode: fault.Status).ExecuteAsync(context);
    }
}
