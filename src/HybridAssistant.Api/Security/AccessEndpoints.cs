using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security;

/// <summary>GET /v1/access: what the caller may do, so that a page offers no more.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this RouteGroupBuilder v1) => v1.MapGet("/access", Describe).WithTags("Access")
        .OpenToTokens()
        .WithName("DescribeAccess")
        .WithSummary("Who asks, as far as the service can tell, and what they may do")
        .Produces<CallerSummary>();

    private static IResult Describe(HttpContext context, IOptions<ApiOptions> options)
    {
        Caller caller = Caller.Of(context)!;
        return TypedResults.Json(
            new CallerSummary(caller.Name, caller.Kind.ToString().ToLowerInvariant(), caller.Role.ToString().ToLowerInvariant(), options.Value.MaxUploadBytes),
            ApiJson.Default.CallerSummary);
    }
}
