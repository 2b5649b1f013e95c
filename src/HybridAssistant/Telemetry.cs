using System.Diagnostics;
using System.Diagnostics.Metrics;
using HybridAssistant.Behavior;
using HybridAssistant.Core.Answers;
using Microsoft.Extensions.AI;

namespace HybridAssistant;

/// <summary>
/// What the assistant tells of its work, under OpenTelemetry's names for generative AI where there are any. Text of sheets,
/// questions and answers never enters.
/// </summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "HybridAssistant";

    /// <summary>Name of the meter that counts what the verifier let pass, repaired and replaced.</summary>
    public const string VerificationMeter = Behavior.Verification.VerificationMeter.MeterName;

    internal const string Retrieval = "retrieval";
    internal const string Selection = "selection";
    internal const string Generation = "generation";
    internal const string Verification = "verification";

    private const string Operation = "gen_ai.operation.name";
    private const string ResponseModel = "gen_ai.response.model";
    private const string Status = "hybrid.status";
    private const string Variant = "hybrid.variant";

    // From an answer of the composer, some milliseconds, to the limit of a request. The default ones are made for milliseconds.
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    // Handles without state of their own; who listens decides whether anything is made.
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "hybrid.answer.duration", "s", "Time from a question to its verified answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    /// <summary>Wraps a language model, so that its calls, their time and their tokens are told; never what is said.</summary>
    internal static IChatClient Observe(IChatClient client) => new OpenTelemetryChatClient(client, sourceName: Name) { EnableSensitiveData = false };

    /// <summary>Begins the span of one question.</summary>
    internal static Activity? StartAnswer() => Source.StartActivity($"invoke_agent {Name}")
        ?.SetTag(Operation, "invoke_agent").SetTag("gen_ai.agent.name", Name);

    /// <summary>Begins the span of one step.</summary>
    internal static Activity? Start(string step)
    {
        Activity? activity = Source.StartActivity(step);
        return step == Retrieval ? activity?.SetTag(Operation, "retrieval") : activity;
    }

    /// <summary>Says what worded a text.</summary>
    internal static void Spoke(this Activity? activity, SpokenAnswer draft) =>
        activity?.SetTag(Variant, draft.Variant).SetTag(ResponseModel, draft.Model).SetTag("hybrid.takeover", draft.Takeover);

    /// <summary>Says what became of a question, and counts its time.</summary>
    internal static void Answered(this Activity? activity, Answer answer)
    {
        string status = AnswerStatusName.Of(answer.Status);
        activity?.SetTag("gen_ai.response.id", answer.Id)
            .SetTag(ResponseModel, answer.Served.Model)
            .SetTag(Status, status)
            .SetTag(Variant, answer.Served.Variant)
            .SetTag("hybrid.index.version", answer.Served.IndexVersion)
            .SetTag("gen_ai.usage.input_tokens", answer.Usage?.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", answer.Usage?.OutputTokens);
        Duration.Record(
            answer.Timings.TotalMs / 1000, new KeyValuePair<string, object?>(Status, status), new KeyValuePair<string, object?>(Variant, answer.Served.Variant));
    }
}
