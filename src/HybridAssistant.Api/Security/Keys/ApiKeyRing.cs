using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Security.Keys;

/// <summary>The keys that open the service; several at a time, so that one can be changed while the other still works.</summary>
internal sealed class ApiKeyRing(IOptions<ApiOptions> options)
{
    private readonly ApiKey[] _keys =
    [
        .. options.Value.Keys.Select(key => new ApiKey(
            string.IsNullOrWhiteSpace(key.Name) ? key.Setting : key.Name, Enum.Parse<ApiRole>(key.Role!, ignoreCase: true), KeyHash.Parse(key.Hash)!)),
    ];

    /// <summary>Whether there is none, so that nobody can be told from another.</summary>
    public bool IsEmpty => _keys.Length == 0;

    /// <summary>The key that was sent; null where it is none of these. Takes the same time whatever was sent.</summary>
    public ApiKey? Find(string sent)
    {
        byte[] digest = KeyHash.Digest(sent);
        ApiKey? found = null;
        foreach (ApiKey key in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(digest, key.Digest) ? key : found;
        }

        return found;
    }

    /// <summary>Whether a key of that id is still among them.</summary>
    public bool Holds(string id) => _keys.Any(key => key.Id == id);
}
