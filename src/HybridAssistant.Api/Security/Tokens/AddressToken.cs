using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace HybridAssistant.Api.Security.Tokens;

/// <summary>A token that came in the address ("?token="), for viewers that send no headers.</summary>
/// <param name="Value">The token as it was sent.</param>
internal sealed record AddressToken(string Value)
{
    private const string Parameter = "token";

    /// <summary>
    /// Takes tokens out of a request's address and keeps the first one beside it: whatever writes the address down later, in logs or in
    /// spans, does not have it.
    /// </summary>
    public static void TakeFrom(IFeatureCollection features)
    {
        // Whatever a server does with the features of a connection's last request, its token is not this one's.
        features.Set<AddressToken>(null);
        if (features.Get<IHttpRequestFeature>() is not { QueryString.Length: > 0 } request)
        {
            return;
        }

        string? token = null;
        var rest = new StringBuilder();
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(request.QueryString))
        {
            if (pair.DecodeName().Span.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
            {
                token ??= pair.DecodeValue().ToString();
            }
            else
            {
                rest.Append(rest.Length == 0 ? '?' : '&').Append(pair.EncodedName).Append('=').Append(pair.EncodedValue);
            }
        }

        if (token is null)
        {
            return;
        }

        request.QueryString = rest.ToString();
        request.RawTarget = request.RawTarget.Split('?')[0] + request.QueryString;
        features.Set(new AddressToken(token));
    }
}
