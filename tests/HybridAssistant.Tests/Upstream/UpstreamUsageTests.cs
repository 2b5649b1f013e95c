using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Tests.Upstream;

/// <summary>What an answer says of the tokens that its wording took.</summary>
public sealed class UpstreamUsageTests
{
    private const string Question = "How heavy is the KX-200?";
    private const string Composed = "The KX-200 weighs 12 kg.";

    [Theory]
    [InlineData("Happy to help! The KX-200 weighs 12 kg.", "upstream")]
    [InlineData("The KX-900 weighs 12 kg.", "composer")]
    public async Task Is_what_the_upstream_states_whether_or_not_its_words_are_used(string said, string variant)
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Says(said));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        Answer answer = await assistant.AskAsync(Question);

        Assert.Equal((variant, UpstreamSteps.Usage), (answer.Served.Variant, answer.Usage));
    }

    [Fact]
    public async Task Counts_a_reply_that_is_of_no_use()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Writes(Composed));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        Answer answer = await assistant.AskAsync(Question);

        Assert.Equal(("composer", UpstreamSteps.Usage), (answer.Served.Variant, answer.Usage));
    }

    [Fact]
    public async Task Adds_up_the_questions_of_a_message()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(
            UpstreamSteps.Says(Composed), UpstreamSteps.Says("The max. working pressure of the KX-250 is 25 bar."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        Answer answer = await assistant.AskAsync("How heavy is the KX-200? What is the max. working pressure of the KX-250?");

        Assert.Equal(2, upstream.Requests.Count);
        Assert.Equal(new TokenUsage(200, 40), answer.Usage);
    }

    [Fact]
    public async Task Is_the_second_attempts_alone_where_the_first_was_refused()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Fails(400), UpstreamSteps.Says(Composed));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        Answer answer = await assistant.AskAsync(Question);

        Assert.Equal(2, upstream.Requests.Count);
        Assert.Equal(("upstream", UpstreamSteps.Usage), (answer.Served.Variant, answer.Usage));
    }

    [Theory]
    [InlineData("What colour is the lid of the KX-200?", 0)]
    [InlineData(Question, 1)]
    public async Task Is_none_where_the_upstream_was_not_asked_or_refused(string question, int requests)
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Fails(401));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        Answer answer = await assistant.AskAsync(question);

        Assert.Equal(requests, upstream.Requests.Count);
        Assert.Equal(TokenUsage.None, answer.Usage);
    }

    [Theory]
    [InlineData(false, "upstream")]
    [InlineData(true, "composer")]
    public async Task Is_unknown_where_the_upstream_states_none_or_breaks_off(bool breaks, string variant)
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(
            breaks ? UpstreamSteps.Breaks() : UpstreamSteps.SaysUncounted("Sure: the KX-200 weighs 12 kg."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint, ("MaxRetries", "0"));

        Answer answer = await assistant.AskAsync(Question);

        Assert.Equal((variant, null), (answer.Served.Variant, answer.Usage));
    }

    [Fact]
    public async Task Is_what_the_metric_counts()
    {
        const string model = "counted-model";
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Writes("no JSON"), UpstreamSteps.Says(Composed));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint, ("Model", model));
        var counted = new ConcurrentQueue<(string? Kind, int Tokens)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Telemetry.Name && instrument.Name == "gen_ai.client.token.usage")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, tokens, tags, _) =>
        {
            // Other tests ask models at the same time, of other names.
            Dictionary<string, object?> named = new([.. tags]);
            if (Equals(named["gen_ai.request.model"], model))
            {
                counted.Enqueue(((string?)named["gen_ai.token.type"], tokens));
            }
        });
        listener.Start();

        Answer[] answers = [await assistant.AskAsync(Question), await assistant.AskAsync(Question)];

        Assert.Equal(["composer", "upstream"], answers.Select(answer => answer.Served.Variant));
        Assert.Equal(counted.Where(c => c.Kind == "input").Sum(c => c.Tokens), answers.Sum(answer => answer.Usage!.InputTokens));
        Assert.Equal(counted.Where(c => c.Kind == "output").Sum(c => c.Tokens), answers.Sum(answer => answer.Usage!.OutputTokens));
        Assert.Equal(4, counted.Count);
    }
}
