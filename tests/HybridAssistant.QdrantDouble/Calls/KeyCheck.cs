using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>Whether a call's key allows its method, with the statuses and texts of a real server.</summary>
internal sealed class KeyCheck(string? apiKey, string? readOnlyApiKey)
{
    private const string BearerPrefix = "Bearer ";

    /// <exception cref="RpcException">UNAUTHENTICATED without a valid key, PERMISSION_DENIED where the key may not write.</exception>
    public void Demand(MethodAccess access, Metadata headers)
    {
        if (access == MethodAccess.Open || (apiKey is null && readOnlyApiKey is null))
        {
            return;
        }

        var bearer = headers.GetValue("authorization");
        var key = headers.GetValue("api-key")
            ?? (bearer?.StartsWith(BearerPrefix, StringComparison.Ordinal) == true ? bearer[BearerPrefix.Length..] : null)
            ?? throw Refusal.Of(StatusCode.Unauthenticated, "Must provide an API key or an Authorization bearer token");
        if (apiKey is not null && key == apiKey)
        {
            return;
        }

        if (readOnlyApiKey is null || key != readOnlyApiKey)
        {
            throw Refusal.Of(StatusCode.Unauthenticated, "Invalid API key or JWT");
        }

        if (access == MethodAccess.Write)
        {
            throw Refusal.Of(StatusCode.PermissionDenied, "Global manage access is required");
        }
    }
}
