using System.Globalization;
using System.Threading.RateLimiting;
using HybridAssistant.Api.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace HybridAssistant.Api;

/// <summary>Limits requests a minute by key, token or address. Off until a limit is set.</summary>
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
        if ((options.RequestsPerMinute ?? options.TokenRequestsPerMinute) is null)
        {
            return;
        }

        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(Caller.Of(context), options));
    }

    // What is not guarded has no caller: the page itself, health.
    private static RateLimitPartition<string> Partition(Caller? caller, ApiOptions options)
    {
        int? permits = caller?.Kind == CallerKind.Token ? options.TokenRequestsPerMinute ?? options.RequestsPerMinute : options.RequestsPerMinute;
        return caller is null || permits is not { } limit
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                caller.LimitId, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    }
}
