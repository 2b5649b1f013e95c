namespace HybridAssistant.Api.Security;

/// <summary>
/// Finds out of each guarded request who sends it: it goes on with its <see cref="Caller"/>, or with the <see cref="AccessFault"/> that
/// <see cref="RefusalMiddleware"/> answers with once the rate limit has counted it.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessControl control)
{
    private static readonly string[] Guarded = ["/v1", "/mcp", "/metrics"];

    public Task InvokeAsync(HttpContext context)
    {
        if (Guarded.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            (Caller? caller, AccessFault? fault) = control.Admit(context);
            context.Features.Set(caller);
            context.Features.Set(fault);
        }

        return next(context);
    }
}
