using System.Text.Json;
using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Reporting;
using HybridAssistant.Evaluation.Scoring;
using static HybridAssistant.Evaluation.Tests.SampleReply;

namespace HybridAssistant.Evaluation.Tests.Reporting;

public sealed class BaselineTests : IDisposable
{
    private static readonly EvaluationCase AsksWeight = new()
    {
        Id = "w", File = "f", Document = "kx.pdf", Page = 2, Question = "Weight?", Answerable = true, Values = ["12.4 kg"], Kind = "value",
    };

    private static readonly CaseResult Right = CaseScorer.Score(AsksWeight, Of(AnswerStatus.Answered, "12.4 kg.", [Weight]), Sheet);
    private static readonly CaseResult Wrong = CaseScorer.Score(AsksWeight, Of(AnswerStatus.Answered, "16 bar.", [Pressure]), Sheet);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Names_each_score_that_got_worse()
    {
        Baseline baseline = await KeepAsync(Right, Right);

        Assert.Empty(baseline.Compare(ScoreSet.Of("all", [Right, Right])));
        Assert.Equal(
            [new ScoreDrop("value accuracy", 1, 0.5), new ScoreDrop("wrong answers", 0, 0.5)],
            baseline.Compare(ScoreSet.Of("all", [Right, Wrong])));
    }

    [Fact]
    public async Task Says_nothing_of_a_score_that_got_better()
    {
        Baseline baseline = await KeepAsync(Right, Wrong);

        Assert.Empty(baseline.Compare(ScoreSet.Of("all", [Right, Right])));
    }

    [Fact]
    public async Task Refuses_a_baseline_of_other_cases_or_of_something_else()
    {
        Baseline baseline = await KeepAsync(Right);
        await File.WriteAllTextAsync(_path, "{}", TestContext.Current.CancellationToken);

        Assert.Throws<InvalidDataException>(() => baseline.Compare(ScoreSet.Of("all", [Right, Right])));
        await Assert.ThrowsAsync<InvalidDataException>(() => Baseline.ReadAsync(_path, TestContext.Current.CancellationToken));
    }

    private async Task<Baseline> KeepAsync(params CaseResult[] results)
    {
        EvaluationReport report = EvaluationReport.Of("composer", results);
        string json = JsonSerializer.Serialize(EvaluationJsonReport.Of(report, results), EvaluationJson.Readable.EvaluationJsonReport);
        await File.WriteAllTextAsync(_path, json, TestContext.Current.CancellationToken);
        return await Baseline.ReadAsync(_path, TestContext.Current.CancellationToken);
    }
}
