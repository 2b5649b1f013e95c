using System.Text.Json.Serialization;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>The request of POST /v1/tokens.</summary>
/// <param name="Origin">The origin of the page that will use it, "https://desk.example".</param>
/// <param name="ExpiresInSeconds">How long it holds, 1 to 86,400. Default 900: a page asks anew while a ticket is open.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TokenRequest(string Origin, int ExpiresInSeconds = TokenRequest.DefaultSeconds)
{
    public const int DefaultSeconds = 900;

    public const int MaxSeconds = 86_400;
}
