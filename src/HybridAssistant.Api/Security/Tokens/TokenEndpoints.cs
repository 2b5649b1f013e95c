using HybridAssistant.Api.Security.Keys;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>POST /v1/tokens: what a desk's server asks for on behalf of its pages, which can keep no key.</summary>
internal static class TokenEndpoints
{
    private const int MaxBodyBytes = 4 * 1024;

    public static void MapTokens(this RouteGroupBuilder v1) => v1.MapPost("/tokens", IssueAsync).WithTags("Tokens")
        .NeedsRole(ApiRole.Read)
        .WithName("IssueToken")
        .WithSummary("Gives out a short-lived token for the browser pages of one origin")
        .WithDescription("The token may ask, read documents and send feedback, from pages of that origin only.")
        .Accepts<TokenRequest>("application/json")
        .Produces<IssuedToken>()
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> IssueAsync(
        HttpContext context, TokenIssuer issuer, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        if (Caller.Of(context)?.KeyId is not { } keyId)
        {
            return Problems.Forbidden("Tokens are given out on a key, and none is configured. Set Api:Keys:0 (HYBRID__Api__Keys__0).");
        }

        (TokenRequest? request, IResult? fault) = await JsonBody.ReadAsync(
            context.Request, ApiJson.Default.TokenRequest, MaxBodyBytes, cancellationToken);
        if (request is null)
        {
            return fault!;
        }

        if (request.ExpiresInSeconds is < 1 or > TokenRequest.MaxSeconds)
        {
            return Problems.BadRequest("expiresInSeconds", $"The field is {request.ExpiresInSeconds}; it must be between 1 and {TokenRequest.MaxSeconds}.");
        }

        if (PageOrigin.FindFault(request.Origin) is { } wrong)
        {
            return Problems.BadRequest("origin", wrong);
        }

        return options.Value.Origins.Contains(request.Origin, StringComparer.Ordinal)
            ? TypedResults.Json(issuer.Issue(request.Origin, TimeSpan.FromSeconds(request.ExpiresInSeconds), keyId), ApiJson.Default.IssuedToken)
            : Problems.Forbidden($"Pages of '{request.Origin}' may not call this service. Add the origin to {ApiOptions.Section}:{nameof(ApiOptions.Origins)}.");
    }
}
