using System.ComponentModel.DataAnnotations;
using HybridAssistant.Behavior.Generation.Upstream;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

public sealed class UpstreamOptionsTests
{
    [Fact]
    public void Is_off_and_valid_as_it_comes() => Assert.Empty(Faults(new UpstreamOptions()));

    [Theory]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("https://models.example/openai/v1/")]
    public void Takes_plain_addresses(string endpoint) => Assert.Empty(Faults(new UpstreamOptions { Endpoint = endpoint, Model = "m" }));

    [Theory]
    [InlineData("127.0.0.1:8000")]
    [InlineData("ftp://models.example/v1")]
    [InlineData("https://sk-secret@models.example/v1")]
    [InlineData("https://models.example/v1?key=sk-secret")]
    public void Refuses_other_addresses_without_repeating_a_key(string endpoint)
    {
        string fault = Assert.Single(Faults(new UpstreamOptions { Endpoint = endpoint, Model = "m" }));

        Assert.StartsWith("Behavior:Upstream:Endpoint is no plain http or https address", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_all_that_does_not_fit_together() => Assert.Equal(
        [
            "Behavior:Upstream:Model is empty; name the model that Behavior:Upstream:Endpoint serves.",
            "Behavior:Upstream:AttemptTimeoutMilliseconds is 5000; it must be less than TimeoutMilliseconds, which is 2000.",
            "Behavior:Upstream:ApiKey holds a blank or a character that no header can carry.",
        ],
        Faults(new UpstreamOptions { Endpoint = "http://localhost/v1", TimeoutMilliseconds = 2_000, ApiKey = "a b" }));

    [Fact]
    public void Bounds_numbers() => Assert.Equal(
        ["Behavior:Upstream:CircuitMinAttempts must be between 2 and 10000.", "Behavior:Upstream:MaxRetries must be between 0 and 10."],
        Faults(new UpstreamOptions { MaxRetries = 11, CircuitMinAttempts = 1 }).Order(StringComparer.Ordinal));

    private static string[] Faults(UpstreamOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return [.. faults.Select(f => f.ErrorMessage!), .. new UpstreamOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
