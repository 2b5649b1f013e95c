using Microsoft.Extensions.Options;

namespace HybridAssistant.Api;

/// <summary>Checks what annotations cannot say: each key is long enough to be no guess.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    private const int MinKeyLength = 16;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        string[] failures =
        [
            .. options.Keys.Select((key, i) => (key, i)).Where(pair => pair.key.Trim().Length < MinKeyLength)
                .Select(pair => $"{ApiOptions.Section}:Keys:{pair.i} has {pair.key.Trim().Length} characters; a key needs at least {MinKeyLength}.")
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
