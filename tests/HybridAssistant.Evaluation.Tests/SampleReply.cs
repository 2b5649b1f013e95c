using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Evaluation.Tests;

/// <summary>A sheet of one pump with two facts, and replies from it.</summary>
internal static class SampleReply
{
    public static readonly Fact Weight = Fact("Weight", "12.4", "kg", 2);
    public static readonly Fact Pressure = Fact("Max. working pressure", "16", "bar", 2);

    public static readonly SpecSheet Sheet = new()
    {
        Document = "kx.pdf",
        ContentHash = "00",
        Title = "KX pumps",
        PageCount = 2,
        Facts = [Weight, Pressure],
    };

    public static AnsweredQuestion Of(AnswerStatus status, string text, Fact[] facts, Fact[]? retrieved = null, string[]? choices = null)
    {
        var answer = new Answer
        {
            Id = "a1",
            Status = status,
            Text = text,
            Facts = [.. facts.Select(fact => new AnswerFact(fact.Product, null, fact.Attribute, null, fact.Value, fact.Unit, 1))],
            Derived = [],
            Choices = [.. choices ?? []],
            Citations = [.. facts.Select((fact, i) =>
                new Citation(i + 1, fact.Document, "KX pumps", null, fact.Page, fact.Attribute, fact.Box, ReadBy.Text))],
            Confidence = 0.9,
            Served = new Served("composer", null, null, "1"),
            Timings = new Timings(1, 1, 0, 0, 2),
        };
        return new AnsweredQuestion(answer, new AnswerTrace
        {
            Retrieved = [.. (retrieved ?? facts).Select(fact => new ScoredEntry(new IndexEntry(fact, null, "KX pumps", null), 1))],
            Decision = new Decision { Status = status, Confidence = 0.9 },
        });
    }

    private static Fact Fact(string attribute, string value, string unit, int page) => new()
    {
        Id = attribute,
        Document = "kx.pdf",
        Page = page,
        Product = "KX-200",
        Attribute = attribute,
        Value = value,
        Unit = unit,
        Box = new BoundingBox(10, 10, 40, 20),
        Confidence = 1,
    };
}
