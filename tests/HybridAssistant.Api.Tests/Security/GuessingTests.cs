using System.Net;
using System.Text.Json;
using HybridAssistant.Api.Security;

namespace HybridAssistant.Api.Tests.Security;

/// <summary>Who tries keys and tokens one after another.</summary>
public sealed class GuessingTests
{
    private const string Key = "a-key-of-some-length";
    private const string Desk = "https://desk.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/documents", "another-key-number-{0}")]
    [InlineData("/v1/models", "another-key-number-{0}")]
    [InlineData("/mcp", "another-key-number-{0}")]
    [InlineData("/v1/documents", "hat1.AAA{0}.AAAA")]
    public async Task Guessing_ends_in_429_and_shuts_out_nobody_with_a_key(string path, string guess)
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:RequestsPerMinute", "3"));

        HttpResponseMessage[] guesses = await RepeatAsync(5, i => host.SendAsync(
            HttpMethod.Get, path, bearer: string.Format(System.Globalization.CultureInfo.InvariantCulture, guess, i), origin: Desk));
        using HttpResponseMessage valid = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: Key);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests],
            guesses.Select(response => response.StatusCode));
        Assert.NotNull(guesses[^1].Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, valid.StatusCode);
    }

    [Fact]
    public async Task A_key_that_asks_for_more_than_it_may_is_counted_with_its_other_requests()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:Keys:0:Role", "read"), ("Api:RequestsPerMinute", "2"));

        HttpResponseMessage[] tries = await RepeatAsync(3, _ => host.SendAsync(HttpMethod.Delete, "/v1/documents/a.pdf", bearer: Key));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests], tries.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task A_token_from_another_origin_is_counted_for_itself()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:Origins:0", Desk), ("Api:TokenRequestsPerMinute", "1"));
        string stolen = await TokenAsync(host);
        string own = await TokenAsync(host);

        HttpResponseMessage[] tries = await RepeatAsync(2, _ => host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: stolen, origin: "https://other.example"));
        using HttpResponseMessage neighbour = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: own, origin: Desk);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests], tries.Select(response => response.StatusCode));
        Assert.Equal(HttpStatusCode.OK, neighbour.StatusCode);
    }

    [Fact]
    public async Task Who_sends_nothing_is_told_what_is_missing_every_time()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:RequestsPerMinute", "1"));

        HttpResponseMessage[] tries = await RepeatAsync(3, _ => host.SendAsync(HttpMethod.Get, "/v1/documents"));

        Assert.All(tries, response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
    }

    [Theory]
    [InlineData("203.0.113.7", "address 203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "address 203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "network 20010db800010002")]
    [InlineData("::1", "address ::1")]
    public void Addresses_that_one_guesser_has_are_one_group(string address, string group) =>
        Assert.Equal(new LimitGroup(group), LimitGroup.OfAddress(IPAddress.Parse(address)));

    private static async Task<HttpResponseMessage[]> RepeatAsync(int times, Func<int, Task<HttpResponseMessage>> send)
    {
        var responses = new HttpResponseMessage[times];
        for (int i = 0; i < times; i++)
        {
            responses[i] = await send(i);
        }

        return responses;
    }

    private static async Task<string> TokenAsync(ApiHost host)
    {
        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/tokens", $$"""{"origin":"{{Desk}}"}""", Key);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("token").GetString()!;
    }
}
