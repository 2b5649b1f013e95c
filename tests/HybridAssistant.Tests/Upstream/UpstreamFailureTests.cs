using System.Diagnostics;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Tests.Upstream;

/// <summary>An upstream that fails costs its wording, and nothing else.</summary>
public sealed class UpstreamFailureTests
{
    private const string Asked = "How heavy is the KX-200?";
    private const string Composed = "The KX-200 weighs 12 kg.";

    [Fact]
    public async Task Waits_as_long_as_a_busy_server_asks_and_tries_again()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(
            UpstreamSteps.Fails(429, "busy", retryAfter: "1"), UpstreamSteps.Fails(503), UpstreamSteps.Says("Sure: the KX-200 weighs 12 kg."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        long start = Stopwatch.GetTimestamp();
        Answer answer = await assistant.AskAsync(Asked);

        Assert.Equal(("Sure: the KX-200 weighs 12 kg.", "upstream"), (answer.Text, answer.Served.Variant));
        Assert.Equal(3, upstream.Requests.Count);
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Does_not_wait_longer_than_the_customer_does()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Fails(429, "busy", retryAfter: "3600"));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        long start = Stopwatch.GetTimestamp();
        Answer answer = await assistant.AskAsync(Asked);

        Assert.Equal((Composed, "composer"), (answer.Text, answer.Served.Variant));
        Assert.Single(upstream.Requests);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("500", "answered with status 500")]
    [InlineData("hang", "took longer than 400 ms an attempt")]
    [InlineData("broken", "broke: ")]
    [InlineData("huge", "broke: ")]
    [InlineData("empty", "is no chat completion")]
    [InlineData("html", "is no chat completion")]
    [InlineData("no choices", "is no chat completion")]
    [InlineData("not json", "reply holds no JSON object")]
    [InlineData("half", "reply holds no JSON object")]
    [InlineData("no answer", "reply has no text 'answer'")]
    public async Task Lets_the_composer_answer(string fault, string logged)
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(StepOf(fault));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(
            upstream.Endpoint, ("TimeoutMilliseconds", "1500"), ("AttemptTimeoutMilliseconds", "400"), ("MaxRetries", "1"));

        Answer answer = await assistant.AskAsync(Asked);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal(Composed, answer.Text);
        Assert.Equal(("composer", null, null), (answer.Served.Variant, answer.Served.Model, answer.Served.Adapter));
        Assert.NotEmpty(answer.Citations);
        Assert.Contains(logged, assistant.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, assistant.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(UpstreamFixture.Key, assistant.Log, StringComparison.Ordinal);
        Assert.Single(assistant.Log.Split('\n'), line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ends_all_attempts_when_the_whole_takes_too_long()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Hangs());
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(
            upstream.Endpoint, ("TimeoutMilliseconds", "1000"), ("AttemptTimeoutMilliseconds", "300"), ("MaxRetries", "10"), ("CircuitMinAttempts", "100"));

        Answer answer = await assistant.AskAsync(Asked);

        Assert.Equal((Composed, "composer"), (answer.Text, answer.Served.Variant));
        Assert.InRange(upstream.Requests.Count, 1, 4);
        Assert.Contains("Behavior:Upstream:TimeoutMilliseconds", assistant.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_with_the_customer()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Hangs());
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => assistant.Services.GetRequiredService<IQuestionAnswerer>().AnswerAsync(
            new Question { Message = Asked }, cancellationToken: limit.Token));
    }

    [Fact]
    public async Task Stops_asking_a_server_that_keeps_failing()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Fails(500));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint, ("MaxRetries", "0"), ("CircuitMinAttempts", "3"));

        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(Composed, (await assistant.AskAsync(Asked)).Text);
        }

        Assert.Equal(3, upstream.Requests.Count);
        Assert.Contains("failed too often", assistant.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_logs_key_or_question_even_where_the_server_repeats_them()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(
            context => UpstreamSteps.Fails(401, $"{context.Request.Headers.Authorization} is no key for '{Asked}'")(context));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        await assistant.AskAsync(Asked);

        Assert.Contains("Check Behavior:Upstream:ApiKey", assistant.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(UpstreamFixture.Key, assistant.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, assistant.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_no_key_where_there_is_none()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Says(Composed));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint, ("ApiKey", ""));

        Assert.Equal("upstream", (await assistant.AskAsync(Asked)).Served.Variant);
        Assert.Null(upstream.Requests[0].Authorization);
    }

    private static UpstreamStep StepOf(string fault) => fault switch
    {
        "500" => UpstreamSteps.Fails(500),
        "hang" => UpstreamSteps.Hangs(),
        "broken" => UpstreamSteps.Breaks(),
        "not json" => UpstreamSteps.Writes("The KX-200 weighs 12 kg."),
        "no choices" => UpstreamSteps.Sends("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}"""),
        "no answer" => UpstreamSteps.Writes("""{"reply": "The KX-200 weighs 12 kg."}"""),
        "half" => UpstreamSteps.Writes("""{"answer": "The KX-200 wei"""),
        "empty" => UpstreamSteps.Sends(""),
        "huge" => UpstreamSteps.Floods(),
        _ => UpstreamSteps.Sends("<html>Welcome</html>", "text/html"),
    };
}
