using Microsoft.Extensions.Options;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Checks what the annotations of <see cref="UpstreamOptions"/> cannot; all faults are named at once.</summary>
public sealed class UpstreamOptionsValidator : IValidateOptions<UpstreamOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, UpstreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = options.IsOn ? [.. Faults(options)] : [];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(UpstreamOptions options)
    {
        if (!IsPlainAddress(options.Endpoint))
        {
            // The value may hold a key, and this text ends up in a log.
            yield return $"{KeyOf(nameof(options.Endpoint))} is no plain http or https address; give one such as http://127.0.0.1:8000/v1, and a key in {KeyOf(nameof(options.ApiKey))}.";
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return $"{KeyOf(nameof(options.Model))} is empty; name the model that {KeyOf(nameof(options.Endpoint))} serves.";
        }

        if (options.AttemptTimeoutMilliseconds >= options.TimeoutMilliseconds)
        {
            yield return $"{KeyOf(nameof(options.AttemptTimeoutMilliseconds))} is {options.AttemptTimeoutMilliseconds}; it must be less than {nameof(options.TimeoutMilliseconds)}, which is {options.TimeoutMilliseconds}.";
        }

        if (options.ApiKey.Any(c => c is < '!' or > '~'))
        {
            yield return $"{KeyOf(nameof(options.ApiKey))} holds a blank or a character that no header can carry.";
        }
    }

    private static bool IsPlainAddress(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address)
        && address.Scheme is "http" or "https" && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;

    private static string KeyOf(string setting) => $"{UpstreamOptions.Section}:{setting}";
}
