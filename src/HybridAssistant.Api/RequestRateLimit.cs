using System.Globalization;
using System.Threading.RateLimiting;
using HybridAssistant.Api.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace HybridAssistant.Api;

/// <summary>Limits requests a minute by key or address. Off until <see cref="ApiOptions.RequestsPerMinute"/> is set.</summary>
internal static class RequestRateLimit
{
    public static void Configure(RateLimiterOptions limiter, ApiOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter =
                    Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        if (options.RequestsPerMinute is not { } permits)
        {
            return;
        }

        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments("/v1")
                ? RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = permits,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
    }

    private static string Client(HttpContext context) => Caller.Of(context)?.LimitId ?? "";
}
