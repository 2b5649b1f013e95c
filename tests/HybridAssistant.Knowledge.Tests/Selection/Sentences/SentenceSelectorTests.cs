using System.Collections.Immutable;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Tests.Selection.Sentences;

public sealed class SentenceSelectorTests
{
    private const string Document = "kx.pdf";

    [Fact]
    public void The_sentence_that_states_what_was_asked_comes_first() =>
        Assert.Equal(
            "Regrease the bearing every 4000 h.",
            Best("How often must I regrease the bearing?", "The pump is painted blue all over.", "Regrease the bearing every 4000 h.", "Doc. no. HV-4711"));

    [Fact]
    public void A_sentence_with_the_kind_of_quantity_asked_for_comes_before_one_without() =>
        Assert.Equal(
            "The weight of the pump starts from 14 kg.",
            Best("From what weight does the pump start?", "The weight of the pump starts a class of its own.", "The weight of the pump starts from 14 kg."));

    [Fact]
    public void A_sentence_about_another_model_comes_last()
    {
        ImmutableArray<ScoredSentence> scored = Select(
            "How long is the cable of the KX-20?", "The cable of the KX-30 is 1 m long.", "The cable of the KX-20 is 2 m long.");

        Assert.Equal([1, -1], scored.Select(s => s.Features.Named));
        Assert.Contains("KX-20", scored[0].Entry.Passage!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_surer_a_fact_the_less_a_sentence_is_needed()
    {
        double alone = Select("How often must I regrease the bearing?", "Regrease the bearing every 4000 h.")[0].Features.BestFact;

        Assert.Equal(-1, alone);
    }

    private static string Best(string question, params string[] sentences) => Select(question, sentences)[0].Entry.Passage!.Text;

    private static ImmutableArray<ScoredSentence> Select(string question, params string[] sentences)
    {
        var catalog = new ProductCatalog([new CatalogSheet(Document, "KX series", [new ProductName("KX-20", [], false), new ProductName("KX-30", [], false)])]);
        QuestionAnalysis analysis = new QuestionAnalyzer().Analyze(new Question { Message = question }, catalog);
        PassageCandidate[] candidates = [.. sentences.Select((text, i) => new PassageCandidate(Entry(text, i), null))];
        return new SentenceSelector().Select(analysis, catalog, candidates, new FactSelection([], 0));
    }

    private static IndexEntry Entry(string text, int ordinal) => new(
        null,
        new Passage { Id = $"p{ordinal}", Document = Document, Page = 1, Text = text, Box = new BoundingBox(0, 0, 100, 20), Ordinal = ordinal },
        "KX series",
        null);
}
