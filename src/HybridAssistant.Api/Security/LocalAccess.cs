using System.Net;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security;

/// <summary>
/// What may read while no key is configured: programs of this machine, and the service's own page. A browser of this machine also runs
/// the pages of strangers, which can point their own name at it (DNS rebinding) or send it requests whose answers they cannot read.
/// </summary>
internal sealed class LocalAccess(IOptions<ApiOptions> options)
{
    /// <summary>Why a request is not from there; null where it is.</summary>
    public string? FindFault(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!IsLocal(context.Connection.RemoteIpAddress) || !IsLocal(request.Host.Host))
        {
            return "Without an API key only this machine may read, by a name of its own (localhost, 127.0.0.1).";
        }

        if (request.Headers.Origin is { Count: > 0 } origins)
        {
            // Programs send none; browsers send one with whatever may change something, and with all that a script may read.
            return origins.All(origin => IsOwn(origin, request) || options.Value.Origins.Contains(origin, StringComparer.Ordinal)) ? null : Foreign(origins);
        }

        // What a browser fetches for a page without letting it read, as an image: whether it comes tells that it is there.
        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "navigate"
            ? Foreign(null)
            : null;
    }

    private static string Foreign(string? origin) => $"Without an API key a page of {(origin is null ? "another origin" : $"'{origin}'")} may not ask; "
        + $"{ApiOptions.Section}:{nameof(ApiOptions.Origins)} lists the origins that may, beside the service's own page.";

    private static bool IsOwn(string? origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    // No address: the request came by no network, as a test's or a Unix socket's does.
    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsLocal(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
