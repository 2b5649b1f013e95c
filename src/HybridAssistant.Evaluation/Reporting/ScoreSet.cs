using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>The scores of some cases, as the contract of an evaluation case defines them.</summary>
public sealed record ScoreSet
{
    /// <summary>What the cases have in common.</summary>
    public required string Name { get; init; }

    /// <summary>Number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Gold document first among the documents retrieved.</summary>
    public required Proportion DocumentRecallAt1 { get; init; }

    /// <summary>Gold document among the first five documents retrieved.</summary>
    public required Proportion DocumentRecallAt5 { get; init; }

    /// <summary>Gold document among the first ten documents retrieved.</summary>
    public required Proportion DocumentRecallAt10 { get; init; }

    /// <summary>Gold page first among the pages retrieved.</summary>
    public required Proportion PageRecallAt1 { get; init; }

    /// <summary>Gold page among the first five pages retrieved.</summary>
    public required Proportion PageRecallAt5 { get; init; }

    /// <summary>Gold page among the first ten pages retrieved.</summary>
    public required Proportion PageRecallAt10 { get; init; }

    /// <summary>Answerable cases answered with an accepted value.</summary>
    public required Proportion ValueAccuracy { get; init; }

    /// <summary>Answerable cases whose text alone says an accepted value.</summary>
    public Proportion TextAccuracy { get; init; }

    /// <summary>Answerable cases answered without one.</summary>
    public required Proportion Wrong { get; init; }

    /// <summary>Answered cases whose first four citations hold the gold page.</summary>
    public required Proportion CitationPage { get; init; }

    /// <summary>Unanswerable cases that were not answered.</summary>
    public required Proportion RefusalRecall { get; init; }

    /// <summary>Of the replies that gave no answer, those to unanswerable cases.</summary>
    public required Proportion RefusalPrecision { get; init; }

    /// <summary>Answerable cases that were not found or refused.</summary>
    public required Proportion FalseRefusals { get; init; }

    /// <summary>Cases to clarify that offered all the choices.</summary>
    public required Proportion ClarifyRight { get; init; }

    /// <summary>Replies that say a number or code without a source.</summary>
    public required Proportion Ungrounded { get; init; }

    /// <summary>Replies that are valid against the response's schema.</summary>
    public required Proportion JsonValid { get; init; }

    /// <summary>Replies that a model worded; the composer words the others.</summary>
    public Proportion WordedByModel { get; init; }

    /// <summary>Replies that the composer took over from a model that failed or was not grounded.</summary>
    public Proportion TakenOver { get; init; }

    /// <summary>Facts in an answered reply, on average; 0 of none.</summary>
    public required double FactsPerAnswer { get; init; }

    /// <summary>Median latency in milliseconds.</summary>
    public required double LatencyP50 { get; init; }

    /// <summary>95th percentile of the latency in milliseconds.</summary>
    public required double LatencyP95 { get; init; }

    /// <summary>Adds up some results.</summary>
    public static ScoreSet Of(string name, IReadOnlyList<CaseResult> results)
    {
        CaseResult[] located = [.. results.Where(result => result.Case is { Answerable: true, Document: not null, Page: not null })];
        CaseResult[] values = [.. results.Where(result => result.AsksForValue)];
        CaseResult[] answered = [.. values.Where(result => result.Answered)];
        CaseResult[] declined = [.. results.Where(result => result.Declined)];
        double[] latencies = [.. results.Select(result => result.Milliseconds).Order()];

        return new ScoreSet
        {
            Name = name,
            Cases = results.Count,
            DocumentRecallAt1 = Proportion.Among(located, result => result.DocumentRank == 1),
            DocumentRecallAt5 = Proportion.Among(located, result => result.DocumentRank is >= 1 and <= 5),
            DocumentRecallAt10 = Proportion.Among(located, result => result.DocumentRank is >= 1 and <= 10),
            PageRecallAt1 = Proportion.Among(located, result => result.PageRank == 1),
            PageRecallAt5 = Proportion.Among(located, result => result.PageRank is >= 1 and <= 5),
            PageRecallAt10 = Proportion.Among(located, result => result.PageRank is >= 1 and <= 10),
            ValueAccuracy = Proportion.Among(values, result => result.Right),
            TextAccuracy = Proportion.Among(values, result => result.SaysValueInText),
            Wrong = Proportion.Among(values, result => result.Answered && !result.Right),
            CitationPage = Proportion.Among([.. answered.Where(result => result.Case.Page is not null)], result => result.CitesPage),
            RefusalRecall = Proportion.Among([.. results.Where(result => !result.Case.Answerable)], result => result.Declined),
            RefusalPrecision = Proportion.Among(declined, result => !result.Case.Answerable),
            FalseRefusals = Proportion.Among([.. results.Where(result => result.Case.Answerable)], result => result.Declined),
            ClarifyRight = Proportion.Among([.. results.Where(result => result.Case.ExpectsClarification)], result => result.Right),
            Ungrounded = Proportion.Among(results, result => !result.Ungrounded.IsEmpty),
            JsonValid = Proportion.Among(results, result => result.JsonError is null),
            WordedByModel = Proportion.Among(results, result => result.Reply.Answer.Served.Model is not null),
            TakenOver = Proportion.Among(results, result => result.Reply.Trace.Takeover is not null),
            FactsPerAnswer = results.Where(result => result.Answered).Select(result => (double)result.Reply.Answer.Facts.Length)
                .DefaultIfEmpty(0).Average(),
            LatencyP50 = Percentile(latencies, 0.50),
            LatencyP95 = Percentile(latencies, 0.95),
        };
    }

    // Nearest rank: a latency that was seen, not one between two.
    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
