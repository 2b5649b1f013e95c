using System.Globalization;
using System.Threading.RateLimiting;
using HybridAssistant.Api.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace HybridAssistant.Api;

/// <summary>
/// Limits requests a minute by key, token or address. Off until a limit is set. Keys and tokens that this service does not know are
/// counted by the address that sends them, apart from what comes from there with a key: whoever guesses shuts out nobody else.
/// </summary>
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

        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(GroupOf(context), options));
    }

    // What is not guarded belongs to nobody: the page itself, health. Nor does what came without a key where one is needed.
    private static LimitGroup? GroupOf(HttpContext context) =>
        Caller.Of(context)?.CountedWith ?? context.Features.Get<AccessFault>()?.CountedWith;

    private static RateLimitPartition<string> Partition(LimitGroup? group, ApiOptions options)
    {
        int? permits = group is { IsToken: true } ? options.TokenRequestsPerMinute ?? options.RequestsPerMinute : options.RequestsPerMinute;
        return group is null || permits is not { } limit
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                group.Id, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    }
}
