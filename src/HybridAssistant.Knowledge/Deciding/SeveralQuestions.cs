using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Joins what was decided for the questions of one message.</summary>
public static class SeveralQuestions
{
    private const int MaxFacts = 8;

    /// <summary>
    /// Those that count: a refusal or a question back stands for the whole message; else those that are answered, and one that
    /// is not, so that it can be said.
    /// </summary>
    /// <param name="decisions">One decision a question, in their order; at least one.</param>
    public static ImmutableArray<Decision> ToWord(ImmutableArray<Decision> decisions)
    {
        if (decisions.FirstOrDefault(d => d.Status is AnswerStatus.Refused or AnswerStatus.Clarify) is { } alone)
        {
            return [alone];
        }

        return [.. decisions.Where(d => d.Status == AnswerStatus.Answered), .. decisions.Where(d => d.Status == AnswerStatus.NotFound).Take(1)];
    }

    /// <summary>The one decision that the response carries.</summary>
    /// <param name="decisions">What <see cref="ToWord"/> left.</param>
    public static Decision Join(ImmutableArray<Decision> decisions)
    {
        if (decisions.Length == 1)
        {
            return decisions[0];
        }

        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        var derived = ImmutableArray.CreateBuilder<DerivedQuantity>();
        foreach (Decision decision in decisions)
        {
            int facts = evidence.Count(e => e.Fact is not null);
            derived.AddRange(decision.Derived.Select(d => d with { Fact = d.Fact + facts }).Where(d => d.Fact < MaxFacts));
            evidence.AddRange(decision.Evidence);
        }

        return decisions[0] with
        {
            Evidence = [.. evidence.Take(MaxFacts)],
            Derived = derived.ToImmutable(),
            HasMore = decisions.Any(d => d.HasMore) || evidence.Count > MaxFacts,
            Confidence = decisions.Min(d => d.Status == AnswerStatus.Answered ? d.Confidence : 1),
        };
    }
}
