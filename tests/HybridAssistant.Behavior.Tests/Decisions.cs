using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Tests;

/// <summary>Decisions as step 4 hands them over.</summary>
internal static class Decisions
{
    public static Decision Answered(params Fact[] facts) => new()
    {
        Status = AnswerStatus.Answered,
        Evidence = [.. facts.Select(f => new Evidence { Fact = f, Title = "KX centrifugal pumps" })],
        Confidence = 1,
    };

    public static Fact Fact(string product, string attribute, string condition, string value, string unit) => new()
    {
        Id = $"{product}-{attribute}-{condition}-{value}",
        Document = "kx.pdf",
        Page = 1,
        Product = product,
        Attribute = attribute,
        Condition = condition,
        Value = value,
        Unit = unit,
        Box = default,
        Confidence = 1,
    };
}
