using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security;

/// <summary>
/// Guards /v1. Without configured keys, reading is open on the loopback interface and writing is refused;
/// with any, each request needs one.
/// </summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, IOptions<ApiOptions> options, IProblemDetailsService problems)
{
    private const string Bearer = "Bearer ";

    // Hashes of one length, so that comparing takes the same time whatever was sent.
    private readonly byte[][] _hashes = [.. options.Value.Keys.Select(key => Hash(key.Trim()))];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1"))
        {
            return next(context);
        }

        if (_hashes.Length > 0)
        {
            return SentKey(context.Request) is { } key && IsKnown(key)
                ? next(context)
                : RefuseAsync(context, StatusCodes.Status401Unauthorized,
                    "This service needs an API key: send 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'.");
        }

        if (IsWrite(context.Request))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden,
                "Changing documents needs an API key, and none is configured. Set Api:Keys:0 (HYBRID__Api__Keys__0) to a key of at least 16 characters.");
        }

        return IsLocal(context.Connection.RemoteIpAddress)
            ? next(context)
            : RefuseAsync(context, StatusCodes.Status403Forbidden,
                "Without an API key only this machine may read. Set Api:Keys:0 (HYBRID__Api__Keys__0) to open the service to others.");
    }

    // Asking is a POST, but changes nothing.
    private static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method) && !request.Path.StartsWithSegments("/v1/chat");

    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static string? SentKey(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        return authorization is not null && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers["X-Api-Key"];
    }

    private bool IsKnown(string key)
    {
        byte[] sent = Hash(key);
        bool known = false;
        foreach (byte[] hash in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(sent, hash);
        }

        return known;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private async Task RefuseAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }
}
