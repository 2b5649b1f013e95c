using System.ComponentModel.DataAnnotations;
using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api;

/// <summary>Settings of the HTTP service, under the key "Api".</summary>
public sealed class ApiOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Api";

    /// <summary>
    /// Keys that open the service, sent as "Authorization: Bearer KEY" or "X-Api-Key: KEY". Each is a plain string of at least 16
    /// characters (an administrator's) or an object with Hash, Role and Name.
    /// Default: none; then reading is open on the loopback interface, and writing is refused.
    /// </summary>
    public IReadOnlyList<ApiKeyOptions> Keys { get; set; } = [];

    /// <summary>Origins of the pages that may call from a browser ("https://desk.example"), with a token. Default: none.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <summary>
    /// Key that signs tokens and responses, base64 of at least 32 bytes; replicas need the same one.
    /// Default: the file "signing.key" in the data folder, which the first start makes.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>The signing key before this one: what it signed is still taken. Default: none.</summary>
    public string? PreviousSigningKey { get; set; }

    /// <summary>Largest chat request in bytes, 16 KiB to 16 MiB. Default 256 KiB: twenty turns of 8 KB and room for JSON.</summary>
    [Range(16 * 1024, 16 * 1024 * 1024, ErrorMessage = "Api:MaxChatBytes must be between {1} and {2}.")]
    public int MaxChatBytes { get; set; } = 256 * 1024;

    /// <summary>Largest uploaded PDF in bytes, 1 MiB to 1 GiB. Default 64 MiB.</summary>
    [Range(1024 * 1024, 1024 * 1024 * 1024, ErrorMessage = "Api:MaxUploadBytes must be between {1} and {2}.")]
    public int MaxUploadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Seconds after which a request is ended with 504, 1 to 600. Default 30; an upload may take ten times as long.</summary>
    [Range(1, 600, ErrorMessage = "Api:TimeoutSeconds must be between {1} and {2}.")]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Requests a minute for each key (without keys: each address), 1 to 1,000,000. Default: no limit.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Api:RequestsPerMinute must be between {1} and {2}.")]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Requests a minute for each token of a browser, 1 to 1,000,000. Default: as for a key.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Api:TokenRequestsPerMinute must be between {1} and {2}.")]
    public int? TokenRequestsPerMinute { get; set; }
}
