using HybridAssistant.Api.Security.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Tests;

public sealed class ApiOptionsTests
{
    [Fact]
    public async Task A_short_key_stops_the_start_and_is_named()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.StartAsync(("Api:Keys:0", "short")));

        Assert.Contains("Api:Keys:0 has 5 characters; a key needs at least 16.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Api:Keys:0:Hash", "sha256:abc", "Api:Keys:0 needs a key, or a Hash of the form 'sha256:' and 64 hexadecimal digits.")]
    [InlineData("Api:Keys:0:Role", "reader", "Api:Keys:0:Role is 'reader'; give one of read, ingest, admin.")]
    [InlineData("Api:Keys:0:Role", "1", "Api:Keys:0:Role is '1'; give one of read, ingest, admin.")]
    [InlineData("Api:Keys:0:Role", null, "Api:Keys:0 has no Role; give one of read, ingest, admin.")]
    [InlineData("Api:Origins:0", "https://desk.example/", "write 'https://desk.example'.")]
    [InlineData("Api:Origins:0", "https://Desk.example:443", "write 'https://desk.example'.")]
    [InlineData("Api:Origins:0", "*", "'*' is no origin")]
    [InlineData("Api:SigningKey", "c2hvcnQ=", "Api:SigningKey must be base64 of at least 32 bytes.")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_and_is_named(string setting, string? value, string message)
    {
        (string, string)[] settings =
        [
            .. new[] { ("Api:Keys:0:Hash", KeyHash.Of("a-key-of-some-length")), ("Api:Keys:0:Role", "read") }.Where(usual => usual.Item1 != setting),
            .. value is null ? [] : new[] { (setting, value) },
        ];

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiHost.StartAsync(settings));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_service_waits_for_as_long_as_a_request_may_take()
    {
        await using var host = await ApiHost.StartAsync(("Api:TimeoutSeconds", "300"));

        TimeSpan wait = host.Get<IOptions<HostOptions>>().Value.ShutdownTimeout;

        Assert.True(wait > TimeSpan.FromSeconds(300), $"The host waits {wait}; .NET's own limit is 30 s.");
    }
}
