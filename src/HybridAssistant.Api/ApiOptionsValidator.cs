using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Tokens;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api;

/// <summary>Checks what annotations cannot say: keys that are no guess, origins as browsers write them. No key is named in a message.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    private static readonly string Roles = string.Join(", ", Enum.GetNames<ApiRole>().Select(role => role.ToLowerInvariant()));

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        string[] failures =
        [
            .. options.Keys.Select(FindFault).OfType<string>(),
            .. options.Origins.Select((origin, i) => PageOrigin.FindFault(origin) is { } fault ? $"{Place(nameof(ApiOptions.Origins))}:{i}: {fault}" : null).OfType<string>(),
            .. SigningFaults(nameof(ApiOptions.SigningKey), options.SigningKey),
            .. SigningFaults(nameof(ApiOptions.PreviousSigningKey), options.PreviousSigningKey),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? FindFault(ApiKeyOptions key) => key switch
    {
        { PlainLength: < KeyHash.MinKeyLength } => $"{key.Setting} has {key.PlainLength} characters; a key needs at least {KeyHash.MinKeyLength}.",
        _ when KeyHash.Parse(key.Hash) is null => $"{key.Setting} needs a key, or a Hash of the form 'sha256:' and 64 hexadecimal digits. 'hybrid keys new' makes both.",
        { Role: null } => $"{key.Setting} has no Role; give one of {Roles}.",
        _ when !Enum.GetNames<ApiRole>().Contains(key.Role, StringComparer.OrdinalIgnoreCase) => $"{key.Setting}:Role is '{key.Role}'; give one of {Roles}.",
        _ => null,
    };

    private static IEnumerable<string> SigningFaults(string setting, string? key) => key is null || Security.Signing.SigningKey.Parse(key) is not null
        ? []
        : [$"{Place(setting)} must be base64 of at least {Security.Signing.SigningKey.MinBytes} bytes. 'openssl rand -base64 32' makes one."];

    private static string Place(string setting) => $"{ApiOptions.Section}:{setting}";
}
