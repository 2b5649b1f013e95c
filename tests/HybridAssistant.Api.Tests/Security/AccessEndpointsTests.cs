using System.Net;

namespace HybridAssistant.Api.Tests.Security;

public sealed class AccessEndpointsTests
{
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("read")]
    [InlineData("ingest")]
    [InlineData("admin")]
    public async Task Says_what_a_key_may_do(string role)
    {
        await using var host = await ApiHost.StartAsync(
            ("Api:Keys:0", Key), ("Api:Keys:0:Name", "desk"), ("Api:Keys:0:Role", role), ("Api:MaxUploadBytes", "2097152"));

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Get, "/v1/access", bearer: Key);

        Assert.Equal(
            $$"""{"name":"desk","kind":"key","role":"{{role}}","maxUploadBytes":2097152}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Says_that_a_service_without_keys_is_open_for_reading()
    {
        await using var host = await ApiHost.StartAsync();

        string access = await host.Client.GetStringAsync("/v1/access", Cancellation);

        Assert.Equal("""{"name":"local","kind":"local","role":"read","maxUploadBytes":67108864}""", access);
    }

    [Fact]
    public async Task Tells_nothing_to_a_caller_without_a_key()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key));

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Get, "/v1/access");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_upload_that_is_too_large_is_told_the_limit_and_its_setting()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:MaxUploadBytes", "1048576"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/documents?name=a.pdf") { Content = new ByteArrayContent(new byte[1048577]) };
        request.Headers.Authorization = new("Bearer", Key);

        using HttpResponseMessage response = await host.SendAsync(request);

        string problem = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than 1048576 bytes. Send a smaller file, or raise Api:MaxUploadBytes.", problem, StringComparison.Ordinal);
    }
}
