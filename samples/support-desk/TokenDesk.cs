using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace SupportDesk;

/// <summary>Asks the service for a token that only pages of this desk can use, with the key that the browser never sees.</summary>
internal sealed class TokenDesk(HttpClient http, IOptions<AssistantOptions> options)
{
    /// <summary>A token for pages of <paramref name="origin"/>, as the service gives it: {"token", "expiresAt", "origin"}.</summary>
    public async Task<IResult> IssueAsync(string origin, CancellationToken cancellationToken)
    {
        AssistantOptions assistant = options.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(assistant.Endpoint, "/v1/tokens"))
        {
            Content = JsonContent.Create(new { origin, expiresInSeconds = assistant.TokenSeconds }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", assistant.Key);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? TypedResults.Content(body, "application/json")
                : TypedResults.Problem($"The assistant gave no token: {body}", statusCode: StatusCodes.Status502BadGateway);
        }
        catch (HttpRequestException error)
        {
            return TypedResults.Problem($"The assistant at {assistant.Endpoint} cannot be reached: {error.Message}", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
