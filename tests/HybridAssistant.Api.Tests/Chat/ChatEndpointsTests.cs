using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using HybridAssistant.Core.Questions;
using NJsonSchema;

namespace HybridAssistant.Api.Tests.Chat;

public sealed class ChatEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_the_exact_names_of_the_contract()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"Weight?","conversationId":"c7"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        string signature = JsonDocument.Parse(body).RootElement.GetProperty("signature").GetString()!;
        Assert.Equal(
            """
            {"id":"a1","conversationId":"c7","status":"answered","answer":"The KX-200 weighs 12.4 kg. That is 27.3 lb.","facts":[{"product":"KX-200","section":null,"attribute":"Weight","condition":null,"value":"12.4","unit":"kg","citation":1}],"derived":[{"fact":0,"value":"27.3","unit":"lb"}],"choices":[],"citations":[{"id":1,"document":"kx.pdf","title":"KX pumps","revision":"B","page":2,"quote":"Weight 12.4 kg","box":[10,20.13,30,40],"readBy":"text"}],"confidence":0.9,"served":{"variant":"composer","model":null,"adapter":null,"indexVersion":"7"},"timings":{"retrieveMs":1,"selectMs":2,"generateMs":3,"verifyMs":4,"totalMs":10},"signature":"SIGNATURE"}
            """,
            body.Replace(signature, "SIGNATURE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_validate_against_the_schema_it_serves()
    {
        await using var host = await ApiHost.StartAsync();
        JsonSchema schema = await JsonSchema.FromJsonAsync(await host.Client.GetStringAsync("/v1/chat/schema", Cancellation), Cancellation);

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"Weight?"}""");

        Assert.Empty(schema.Validate(await response.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task Passes_the_whole_request_on()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""
            {"message":"And its weight?","history":[{"role":"user","content":"KX-200"},{"role":"assistant","content":"Yes?"}],
             "conversationId":null,"filters":{"product":"KX-200","document":null},"voice":null}
            """);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Question asked = host.Answerer.LastQuestion!;
        Assert.Equal("And its weight?", asked.Message);
        Assert.Equal([new ChatTurn(ChatRole.User, "KX-200"), new ChatTurn(ChatRole.Assistant, "Yes?")], asked.History);
        Assert.Equal("KX-200", asked.ProductFilter);
        Assert.Null(asked.DocumentFilter);
    }

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("Weight?", "not valid JSON")]
    [InlineData("[\"Weight?\"]", "The body is a JSON array")]
    [InlineData("{}", "message: The field is missing.")]
    [InlineData("""{"message":"  "}""", "message: The field is empty.")]
    [InlineData("""{"message":7}""", "message: The field is a JSON number; it must be a string.")]
    [InlineData("""{"message":"?","mesage":"?"}""", "mesage: The field is unknown; allowed here: message, history, conversationId, filters, voice.")]
    [InlineData("""{"message":"?","message":"!"}""", "not valid JSON")]
    [InlineData("""{"message":"?","voice":"halden"}""", "voice: There is no voice 'halden'")]
    [InlineData("""{"message":"?","filters":{"page":1}}""", "filters.page: The field is unknown")]
    [InlineData("""{"message":"?","filters":"KX"}""", "filters: The field is a JSON string; it must be an object.")]
    [InlineData("""{"message":"?","history":{}}""", "history: The field is a JSON object; it must be an array of turns.")]
    [InlineData("""{"message":"?","history":[{"role":"system","content":"x"}]}""", "history[0].role: The role is 'system'")]
    [InlineData("""{"message":"?","history":[{"role":"user"}]}""", "history[0].content: The field is missing.")]
    [InlineData("""{"message":"\ud800"}""", "message: The field holds half of a surrogate pair")]
    public async Task Refuses_a_bad_request_and_names_what_is_wrong(string body, string problem)
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync(body);

        await AssertBadRequestAsync(response, problem);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.OK)]
    public async Task Goes_by_what_the_body_is_not_by_what_it_is_called(string contentType, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.Client.PostAsync(
            "/v1/chat", new StringContent("""{"message":"Weight?"}""", new MediaTypeHeaderValue(contentType)), Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Names_all_faults_at_once()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"","color":"red"}""");

        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["color", "message"], problem.RootElement.GetProperty("errors").EnumerateObject().Select(fault => fault.Name));
    }

    [Theory]
    [InlineData(8192, HttpStatusCode.OK)]
    [InlineData(8193, HttpStatusCode.BadRequest)]
    [InlineData(1_000_000, HttpStatusCode.BadRequest)]
    public async Task Takes_a_message_of_up_to_8_KB(int length, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync($$"""{"message":"{{new string('x', length)}}"}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(20, HttpStatusCode.OK)]
    [InlineData(21, HttpStatusCode.BadRequest)]
    public async Task Takes_up_to_20_turns(int turns, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();
        string history = string.Join(',', Enumerable.Repeat("""{"role":"user","content":"x"}""", turns));

        using HttpResponseMessage response = await host.PostChatAsync($$"""{"message":"?","history":[{{history}}]}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_filter_on_an_unknown_document_is_not_found()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"?","filters":{"document":"no.pdf"}}""");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("no.pdf", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_facts_then_sentences_then_the_whole()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"Weight?"}""", "text/event-stream");

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = new List<SseItem<string>>();
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation))
        {
            events.Add(item);
        }

        Assert.Equal(["facts", "delta", "delta", "done"], events.Select(item => item.EventType));
        using JsonDocument facts = JsonDocument.Parse(events[0].Data);
        using JsonDocument done = JsonDocument.Parse(events[^1].Data);
        string said = string.Concat(events[1..^1].Select(item => JsonDocument.Parse(item.Data).RootElement.GetProperty("text").GetString()));
        Assert.Equal("answered", facts.RootElement.GetProperty("status").GetString());
        Assert.Equal("12.4", facts.RootElement.GetProperty("facts")[0].GetProperty("value").GetString());
        Assert.Equal("kx.pdf", facts.RootElement.GetProperty("citations")[0].GetProperty("document").GetString());
        Assert.Equal("The KX-200 weighs 12.4 kg. That is 27.3 lb.", said);
        Assert.Equal(said, done.RootElement.GetProperty("answer").GetString());
        Assert.NotEmpty(done.RootElement.GetProperty("signature").GetString()!);
    }

    [Fact]
    public async Task Streams_the_facts_while_the_answer_is_still_being_worded()
    {
        await using var host = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat")
        {
            Content = new StringContent("""{"message":"slow weight?"}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { Accept = { new("text/event-stream") } },
        };

        using HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using IAsyncEnumerator<SseItem<string>> events = SseParser
            .Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("facts", events.Current.EventType);
        host.Answerer.Worded.SetResult();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("delta", events.Current.EventType);
    }

    [Fact]
    public async Task A_fault_inside_says_nothing_of_the_inside()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"fail"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("inside of the service", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_a_request_that_takes_too_long()
    {
        await using var host = await ApiHost.StartAsync(("Api:TimeoutSeconds", "1"));

        using HttpResponseMessage response = await host.PostChatAsync("""{"message":"never"}""");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task AssertBadRequestAsync(HttpResponseMessage response, string problem)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using JsonDocument details = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(problem, details.RootElement.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }
}
