using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HybridAssistant.Behavior;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Answering;

/// <summary>Sets a decision and its text into the response of the contract.</summary>
internal static class AnswerBuilder
{
    private const int IdLength = 24;

    /// <summary>The answer.</summary>
    public static Answer Build(Question question, Decision decision, SpokenAnswer spoken, string indexVersion, Timings timings)
    {
        var citations = new CitationList();
        ImmutableArray<AnswerFact> facts =
        [
            .. decision.Evidence.Select(e => (Evidence: e, Citation: citations.Add(e)))
                .Where(c => c.Evidence.Fact is not null)
                .Select(c => ToAnswerFact(c.Evidence.Fact!, c.Citation)),
        ];
        foreach (Evidence source in decision.ChoiceSources)
        {
            citations.Add(source);
        }

        return new Answer
        {
            Id = IdOf(question, indexVersion),
            ConversationId = question.ConversationId,
            Status = decision.Status,
            Text = spoken.Text,
            Facts = facts,
            Derived = decision.Derived,
            Choices = decision.Choices,
            Citations = citations.ToImmutable(),
            Confidence = Math.Round(Math.Clamp(decision.Confidence, 0, 1), 3),
            Served = new Served(spoken.Variant, spoken.Model, spoken.Adapter, indexVersion),
            Timings = timings,
        };
    }

    private static AnswerFact ToAnswerFact(Fact fact, int citation) =>
        new(OrNull(fact.Product), OrNull(fact.Section), OrNull(fact.Attribute), OrNull(fact.Condition), fact.Value, OrNull(fact.Unit), citation);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string IdOf(Question question, string indexVersion)
    {
        string turns = string.Join('\n', question.History.Select(t => $"{t.Role}:{t.Content}"));
        string key = string.Create(CultureInfo.InvariantCulture,
            $"{question.Message}\n{turns}\n{question.ProductFilter}\n{question.DocumentFilter}\n{indexVersion}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..IdLength];
    }
}
