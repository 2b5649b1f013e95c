using System.Collections.Immutable;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Scoring;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Evaluation;

/// <summary>Asks the questions of some cases, one after another, and scores the answers.</summary>
public sealed class EvaluationRun(
    IQuestionAnswerer answerer, IKnowledgeIndex index, TimeProvider time, EvaluationOptions options)
{
    // Sheets do not change during a run, and every case of a family reads the same few.
    private readonly Dictionary<string, SpecSheet?> _sheets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs all cases.</summary>
    /// <param name="cases">The cases, asked in their order.</param>
    /// <param name="progress">Told the number of finished cases.</param>
    /// <param name="cancellationToken">Ends the run between cases.</param>
    public async Task<ImmutableArray<CaseResult>> RunAsync(
        IReadOnlyList<EvaluationCase> cases, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        foreach (EvaluationCase first in cases.Take(options.WarmUps))
        {
            await answerer.AnswerAsync(ToQuestion(first), cancellationToken: cancellationToken);
        }

        var results = ImmutableArray.CreateBuilder<CaseResult>(cases.Count);
        foreach (EvaluationCase asked in cases)
        {
            results.Add(await AskAsync(asked, cancellationToken));
            progress?.Report(results.Count);
        }

        return results.ToImmutable();
    }

    private async Task<CaseResult> AskAsync(EvaluationCase asked, CancellationToken cancellationToken)
    {
        Question question = ToQuestion(asked);
        long start = time.GetTimestamp();
        AnsweredQuestion reply = await answerer.AnswerAsync(question, cancellationToken: cancellationToken);
        double milliseconds = time.GetElapsedTime(start).TotalMilliseconds;

        SpecSheet? gold = asked.Document is { } document ? await FindSheetAsync(document, cancellationToken) : null;
        var cited = new List<SpecSheet>();
        foreach (string name in reply.Answer.Citations.Select(citation => citation.Document).Distinct())
        {
            if (await FindSheetAsync(name, cancellationToken) is { } sheet)
            {
                cited.Add(sheet);
            }
        }

        return CaseScorer.Score(asked, reply, gold) with
        {
            Ungrounded = GroundingChecker.FindUngrounded(reply.Answer, question, cited),
            JsonError = options.ValidateJson?.Invoke(reply.Answer),
            Milliseconds = milliseconds,
        };
    }

    private async Task<SpecSheet?> FindSheetAsync(string document, CancellationToken cancellationToken)
    {
        if (!_sheets.TryGetValue(document, out SpecSheet? sheet))
        {
            sheet = await index.FindAsync(document, cancellationToken);
            _sheets.Add(document, sheet);
        }

        return sheet;
    }

    private static Question ToQuestion(EvaluationCase asked) =>
        new() { Message = asked.Question, History = asked.History };
}
