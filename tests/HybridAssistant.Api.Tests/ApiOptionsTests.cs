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
}
