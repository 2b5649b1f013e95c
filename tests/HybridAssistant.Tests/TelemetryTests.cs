using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using HybridAssistant.Core.Answers;
using HybridAssistant.Tests.Upstream;

namespace HybridAssistant.Tests;

public sealed class TelemetryTests
{
    private const string Question = "How heavy is the KX-200?";

    [Fact]
    public async Task Tells_each_step_of_an_answer_and_the_models_tokens_but_nothing_that_was_said()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Says("Happy to help! The KX-200 weighs 12 kg."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);
        using var test = new Activity("test");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        test.Start();
        Answer answer = await assistant.AskAsync(Question);
        test.Stop();

        // Other tests answer at the same time.
        Activity[] own = [.. spans.Where(span => span.TraceId == test.TraceId)];
        Assert.Equal(
            ["retrieval", "selection", "chat big-model", "generation", "verification", "invoke_agent HybridAssistant"],
            own.Select(span => span.DisplayName));
        Assert.All(own[..2], span => Assert.Equal(own[^1].SpanId, span.ParentSpanId));
        Assert.Equal("chat", own[2].GetTagItem("gen_ai.operation.name"));
        Assert.Equal(own[3].SpanId, own[2].ParentSpanId);
        Assert.Equal("big-model", own[3].GetTagItem("gen_ai.response.model"));
        Assert.Equal(answer.Id, own[^1].GetTagItem("gen_ai.response.id"));
        Assert.Equal("answered", own[^1].GetTagItem("hybrid.status"));
        Assert.Equal(UpstreamSteps.Usage.InputTokens, own[^1].GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(UpstreamSteps.Usage.OutputTokens, own[^1].GetTagItem("gen_ai.usage.output_tokens"));
        string told = string.Join('\n', own.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"))
            + string.Join('\n', own.SelectMany(span => span.Events).SelectMany(e => e.Tags).Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.DoesNotContain("heavy", told, StringComparison.Ordinal);
        Assert.DoesNotContain("12 kg", told, StringComparison.Ordinal);
        Assert.DoesNotContain(UpstreamFixture.Key, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_of_answers_are_counted_in_buckets_of_seconds()
    {
        IReadOnlyList<double>? bounds = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) => bounds = instrument is Histogram<double> { Name: "hybrid.answer.duration" } duration
                ? duration.Advice?.HistogramBucketBoundaries
                : bounds,
        };

        listener.Start();

        Assert.NotNull(bounds);
        Assert.InRange(bounds[0], 0.001, 0.01);
        Assert.InRange(bounds[^1], 10, 60);
    }
}
