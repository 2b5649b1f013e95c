using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HybridAssistant.Feedback;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Api.Tests.Feedback;

public sealed class FeedbackEndpointsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_rating_with_the_question_the_facts_and_what_served_it()
    {
        await using var host = await ApiHost.StartAsync(_time);
        JsonNode response = await AskAsync(host);

        using HttpResponseMessage received = await SendAsync(host, "Weight?", response, "down", "It weighs 12.6 kg.");

        FeedbackEntry entry = Assert.Single(await host.Get<IFeedbackStore>().ListAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Accepted, received.StatusCode);
        Assert.Equal(entry.Id, await IdAsync(received));
        Assert.Equal(FeedbackRating.Down, entry.Rating);
        Assert.Equal("It weighs 12.6 kg.", entry.Correction);
        Assert.Equal("Weight?", entry.Question);
        Assert.Equal("12.4", entry.Response.Facts[0].Value);
        Assert.Equal("kx.pdf", entry.Response.Citations[0].Document);
        Assert.Equal("composer", entry.Response.Served.Variant);
        Assert.Equal(_time.GetUtcNow(), entry.ReceivedAt);
    }

    [Fact]
    public async Task Takes_a_response_that_a_client_has_written_anew()
    {
        await using var host = await ApiHost.StartAsync(_time);
        var response = (JsonObject)await AskAsync(host);
        // Other order, other spelling of a number, blanks: the same response.
        response["confidence"] = JsonNode.Parse("9.0e-1");
        var turned = new JsonObject(response.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

        using HttpResponseMessage received = await SendAsync(host, "Weight?", JsonNode.Parse(turned.ToJsonString(new() { WriteIndented = true }))!, "up");

        Assert.Equal(HttpStatusCode.Accepted, received.StatusCode);
    }

    [Fact]
    public async Task The_last_event_of_a_stream_can_be_rated_too()
    {
        await using var host = await ApiHost.StartAsync(_time);
        using HttpResponseMessage stream = await host.PostChatAsync("""{"message":"Weight?"}""", "text/event-stream");
        string done = (await stream.Content.ReadAsStringAsync(Cancellation)).Split("event: done\ndata: ")[1];

        using HttpResponseMessage received = await SendAsync(host, "Weight?", JsonNode.Parse(done)!, "up");

        Assert.Equal(HttpStatusCode.Accepted, received.StatusCode);
    }

    [Theory]
    [InlineData("answer", "\"The KX-200 weighs 99 kg.\"")]
    [InlineData("confidence", "0.5")]
    [InlineData("served", """{"variant":"voice:best","model":null,"adapter":null,"indexVersion":"7"}""")]
    [InlineData("signature", "\"AAAA\"")]
    [InlineData("signature", "null")]
    public async Task Refuses_a_response_that_was_changed(string field, string value)
    {
        await using var host = await ApiHost.StartAsync(_time);
        JsonNode response = await AskAsync(host);
        response[field] = JsonNode.Parse(value);

        using HttpResponseMessage received = await SendAsync(host, "Weight?", response, "up");

        Assert.Equal(HttpStatusCode.BadRequest, received.StatusCode);
        Assert.Contains("The signature does not fit", await received.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await host.Get<IFeedbackStore>().ListAsync(Cancellation));
    }

    [Fact]
    public async Task Refuses_a_response_to_another_question()
    {
        await using var host = await ApiHost.StartAsync(_time);

        using HttpResponseMessage received = await SendAsync(host, "Length?", await AskAsync(host), "up");

        Assert.Equal(HttpStatusCode.BadRequest, received.StatusCode);
    }

    [Theory]
    [InlineData("""{"question":"Weight?","response":{},"rating":"up"}""", "The field is no chat response")]
    [InlineData("""{"question":"Weight?","response":[],"rating":"up"}""", "The field is no chat response")]
    [InlineData("""{"question":"Weight?","response":null,"rating":"up"}""", "The field is no chat response")]
    [InlineData("""{"question":"Weight?","response":{},"rating":"sideways"}""", "rating: The field is unknown, or its value is none that is allowed")]
    [InlineData("""{"question":"Weight?","response":{},"rating":1}""", "rating: The field is unknown, or its value is none that is allowed")]
    [InlineData("""{"question":"Weight?","response":{}}""", "a field is missing")]
    [InlineData("", "no valid JSON")]
    public async Task Refuses_what_is_no_feedback_and_says_why(string body, string problem)
    {
        await using var host = await ApiHost.StartAsync(_time);

        using HttpResponseMessage received = await host.SendAsync(HttpMethod.Post, "/v1/feedback", body);

        Assert.Equal(HttpStatusCode.BadRequest, received.StatusCode);
        Assert.Contains(problem, await received.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, HttpStatusCode.Accepted)]
    [InlineData(4001, HttpStatusCode.BadRequest)]
    public async Task Takes_a_correction_of_up_to_4000_characters(int length, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync(_time);

        using HttpResponseMessage received = await SendAsync(host, "Weight?", await AskAsync(host), "down", new string('x', length));

        Assert.Equal(expected, received.StatusCode);
    }

    [Fact]
    public async Task Who_changes_their_mind_is_counted_once()
    {
        await using var host = await ApiHost.StartAsync(_time);
        JsonNode response = await AskAsync(host);

        using HttpResponseMessage first = await SendAsync(host, "Weight?", response, "up");
        using HttpResponseMessage second = await SendAsync(host, "Weight?", response, "down");

        Assert.Equal(FeedbackRating.Down, Assert.Single(await host.Get<IFeedbackStore>().ListAsync(Cancellation)).Rating);
        Assert.Equal(await IdAsync(first), await IdAsync(second));
    }

    [Fact]
    public async Task Drops_what_is_older_than_the_retention()
    {
        await using var host = await ApiHost.StartAsync(_time, ("Feedback:RetentionDays", "2"));
        using HttpResponseMessage received = await SendAsync(host, "Weight?", await AskAsync(host), "up");

        _time.Advance(TimeSpan.FromDays(2));
        int kept = (await host.Get<IFeedbackStore>().ListAsync(Cancellation)).Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        int dropped = (await host.Get<IFeedbackStore>().ListAsync(Cancellation)).Count;

        Assert.Equal((1, 0), (kept, dropped));
    }

    private static async Task<JsonNode> AskAsync(ApiHost host)
    {
        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"Weight?"}""");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    private static Task<HttpResponseMessage> SendAsync(ApiHost host, string question, JsonNode response, string rating, string? correction = null) =>
        host.SendAsync(HttpMethod.Post, "/v1/feedback", new JsonObject
        {
            ["question"] = question,
            ["response"] = response.DeepClone(),
            ["rating"] = rating,
            ["correction"] = correction,
        }.ToJsonString());

    private static async Task<string> IdAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString()!;
}
