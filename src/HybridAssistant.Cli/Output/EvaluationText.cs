using System.Collections.Immutable;
using System.Globalization;
using HybridAssistant.Evaluation.Reporting;
using HybridAssistant.Evaluation.Scoring;
using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>A report of an evaluation for people: scores, scores by kind and file, failing cases and why.</summary>
internal static class EvaluationText
{
    // A share of fewer cases than this is given by its counts and interval: it is no percentage.
    private const int SmallSet = 50;
    private const int MaxCandidates = 5;
    private const int MaxSentences = 3;

    public static void Write(IAnsiConsole console, EvaluationReport report, IReadOnlyList<CaseResult> results, bool explain)
    {
        TextWriter output = console.Profile.Out.Writer;
        WriteScores(console, report.Overall);
        output.WriteLine();
        WriteGroups(console, "kind", report.Kinds);
        if (report.Files.Length > 1)
        {
            output.WriteLine();
            WriteGroups(console, "file", report.Files);
        }

        WriteFailures(output, report, results, explain);
    }

    private static void WriteScores(IAnsiConsole console, ScoreSet scores)
    {
        var table = new TextTable("score", "value", "count", "95 % interval");
        void Row(string name, Proportion share) => table.Add(name, Percent(share.Share), $"{share.Count}/{share.Of}", Interval(share));

        Row("document recall@1", scores.DocumentRecallAt1);
        Row("document recall@5", scores.DocumentRecallAt5);
        Row("document recall@10", scores.DocumentRecallAt10);
        Row("page recall@1", scores.PageRecallAt1);
        Row("page recall@5", scores.PageRecallAt5);
        Row("page recall@10", scores.PageRecallAt10);
        Row("value accuracy", scores.ValueAccuracy);
        Row("value in the text", scores.TextAccuracy);
        Row("wrong answers", scores.Wrong);
        Row("citation page", scores.CitationPage);
        Row("refusal recall", scores.RefusalRecall);
        Row("refusal precision", scores.RefusalPrecision);
        Row("false refusals", scores.FalseRefusals);
        Row("clarify right", scores.ClarifyRight);
        Row("ungrounded replies", scores.Ungrounded);
        Row("valid JSON", scores.JsonValid);
        if (scores.WordedByModel.Count + scores.TakenOver.Count > 0)
        {
            Row("worded by a model", scores.WordedByModel);
            Row("composer took over", scores.TakenOver);
        }

        table.Add("facts per answer", Number("0.00", scores.FactsPerAnswer), "", "");
        table.Add("latency p50 / p95", $"{Number("0.0", scores.LatencyP50)} / {Number("0.0", scores.LatencyP95)} ms", Number("0", scores.Cases), "");
        table.Write(console);
    }

    private static void WriteGroups(IAnsiConsole console, string name, IEnumerable<ScoreSet> groups)
    {
        var table = new TextTable(name, "cases", "value right", "wrong", "declined", "refused right", "clarify right", "page@1", "page@5");
        foreach (ScoreSet group in groups)
        {
            table.Add(
                group.Name,
                Number("0", group.Cases),
                Share(group.ValueAccuracy),
                Share(group.Wrong),
                Share(group.FalseRefusals),
                Share(group.RefusalRecall),
                Share(group.ClarifyRight),
                Share(group.PageRecallAt1),
                Share(group.PageRecallAt5));
        }

        table.Write(console);
    }

    private static void WriteFailures(TextWriter output, EvaluationReport report, IReadOnlyList<CaseResult> results, bool explain)
    {
        output.WriteLine();
        output.WriteLine("failing: " + (report.Shortfalls.IsEmpty
            ? "none"
            : string.Join(", ", report.Shortfalls.Select(count => $"{count.Cases} {ShortfallText.Of(count.Shortfall)}"))));
        foreach (CaseResult failed in results.Where(result => !result.Right || !result.Ungrounded.IsEmpty || result.JsonError is not null))
        {
            output.WriteLine();
            output.WriteLine($"{failed.Case.Id} [{failed.Case.Kind}] {ShortfallText.Of(failed.Shortfall)}: {failed.Case.Question}");
            output.WriteLine($"  wanted  {Wanted(failed)}");
            output.WriteLine($"  said    ({AnswerWords.Status(failed.Reply.Answer.Status)}) {failed.Reply.Answer.Text.ReplaceLineEndings(" ")}");
            if (!failed.Ungrounded.IsEmpty)
            {
                output.WriteLine($"  ungrounded: {string.Join(", ", failed.Ungrounded)}");
            }

            if (failed.JsonError is { } error)
            {
                output.WriteLine($"  invalid JSON: {error}");
            }

            if (explain)
            {
                WriteCandidates(output, failed);
            }
        }
    }

    private static void WriteCandidates(TextWriter output, CaseResult failed)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  retrieved: document rank {failed.DocumentRank}, page rank {failed.PageRank} (0: not among {failed.Reply.Trace.Retrieved.Length} entries)"));
        ImmutableArray<CandidateTrace> candidates = failed.Reply.Trace.Candidates;
        foreach (CandidateTrace candidate in candidates.Where(c => c.Entry.Fact is not null).Take(MaxCandidates)
            .Concat(candidates.Where(c => c.Entry.Fact is null).Take(MaxSentences)))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {(candidate.Chosen ? "->" : "  ")} {candidate.Score:0.000} {candidate.Entry.Document} p. {candidate.Entry.Page}: {EntryText.Line(candidate.Entry)}"));
            if (candidate.Why.Length > 0)
            {
                output.WriteLine($"           {candidate.Why}");
            }
        }
    }

    private static string Wanted(CaseResult failed) => failed.Case.Answerable
        ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(" | ", failed.Case.Values)}  ({failed.Case.Document}, p. {failed.Case.Page})")
        : "no answer";

    private static string Share(Proportion share) =>
        share.Of == 0 ? "" : share.Of < SmallSet ? $"{share.Count}/{share.Of}" : Percent(share.Share);

    private static string Percent(double? share) => share is { } value ? Number("0.0", 100 * value) + " %" : "";

    private static string Interval(Proportion share) =>
        share is { Low: { } low, High: { } high } ? $"{Number("0.0", 100 * low)} - {Number("0.0", 100 * high)} %" : "";

    private static string Number(string format, double value) => value.ToString(format, CultureInfo.InvariantCulture);
}
