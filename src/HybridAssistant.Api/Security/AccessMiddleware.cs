namespace HybridAssistant.Api.Security;

/// <summary>Guards what answers, reads or changes: each request there has a <see cref="Caller"/>, or is refused.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessControl control)
{
    private static readonly string[] Guarded = ["/v1", "/mcp", "/metrics"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!Guarded.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            return next(context);
        }

        (Caller? caller, AccessFault? fault) = control.Admit(context);
        if (fault is not null)
        {
            return RefuseAsync(context, fault);
        }

        context.Features.Set(caller);
        return next(context);
    }

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
