namespace HybridAssistant.Api.Security.Keys;

/// <summary>
/// Reads "Api:Keys" by hand: the framework's binder leaves out an entry that it cannot convert, and a service that lost its only
/// key by a typing error would be open.
/// </summary>
internal static class ApiKeyReader
{
    public static IReadOnlyList<ApiKeyOptions> Read(IConfiguration configuration) =>
        [.. configuration.GetSection($"{ApiOptions.Section}:{nameof(ApiOptions.Keys)}").GetChildren().Select(Read)];

    private static ApiKeyOptions Read(IConfigurationSection entry) => new()
    {
        Setting = entry.Path,
        Hash = entry.Value is { } plain ? KeyHash.Of(plain) : entry[nameof(ApiKeyOptions.Hash)]?.Trim() ?? "",
        PlainLength = entry.Value?.Trim().Length,
        Name = entry[nameof(ApiKeyOptions.Name)],
        Role = entry[nameof(ApiKeyOptions.Role)] ?? (entry.Value is null ? null : nameof(ApiRole.Admin)),
    };
}
