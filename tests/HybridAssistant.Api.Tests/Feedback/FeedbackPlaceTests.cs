using System.Net;
using System.Text.Json.Nodes;

namespace HybridAssistant.Api.Tests.Feedback;

/// <summary>Where the file of feedback cannot be used.</summary>
public sealed class FeedbackPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feedback-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a folder")]
    [InlineData("under a file")]
    [InlineData("no database")]
    [InlineData("no folder can be made")]
    public async Task A_place_that_cannot_be_used_is_a_503_that_names_the_setting_and_the_log_has_the_path(string fault)
    {
        string path = Spoil(fault);
        await using var host = await ApiHost.StartAsync(("Feedback:Path", path));

        using HttpResponseMessage received = await RateAsync(host);

        string body = await received.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, received.StatusCode);
        Assert.Equal("application/problem+json", received.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Feedback:Path", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(path), body, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetFileName(_folder), body, StringComparison.Ordinal);
        Assert.Contains(path, host.Log, StringComparison.Ordinal);
    }

    private string Spoil(string fault)
    {
        string path = Path.Combine(_folder, "kept.db");
        switch (fault)
        {
            case "a folder":
                Directory.CreateDirectory(path);
                return path;
            case "under a file":
                File.WriteAllText(path, "");
                return Path.Combine(path, "below.db");
            case "no database":
                File.WriteAllText(path, new string('x', 4096));
                return path;
            default:
                return "/proc/no-such-folder/kept.db";
        }
    }

    private static async Task<HttpResponseMessage> RateAsync(ApiHost host)
    {
        using HttpResponseMessage answered = await host.PostChatAsync("""{"message":"Weight?"}""");
        return await host.SendAsync(HttpMethod.Post, "/v1/feedback", new JsonObject
        {
            ["question"] = "Weight?",
            ["response"] = JsonNode.Parse(await answered.Content.ReadAsStringAsync(Cancellation)),
            ["rating"] = "up",
        }.ToJsonString());
    }
}
