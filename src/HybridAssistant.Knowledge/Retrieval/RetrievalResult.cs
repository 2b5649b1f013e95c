using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>What retrieval brought for a question.</summary>
/// <param name="Question">The question with its codes looked up in the index.</param>
/// <param name="Ranked">Facts and passages by fused rank, best first.</param>
/// <param name="Candidates">Facts for the selector: the retrieved ones, and all of the sheets that fit best.</param>
/// <param name="Passages">Retrieved running text, best first, with its cosine.</param>
/// <param name="Documents">The sheets that fit best, best first.</param>
public sealed record RetrievalResult(
    QuestionAnalysis Question,
    ImmutableArray<ScoredEntry> Ranked,
    ImmutableArray<FactCandidate> Candidates,
    ImmutableArray<PassageCandidate> Passages,
    ImmutableArray<string> Documents)
{
    /// <summary>The sheets of the kind of product that the question names instead of a model; empty where it names none.</summary>
    public ImmutableArray<string> Category { get; init; } = [];

    /// <summary>Nothing retrieved.</summary>
    public static RetrievalResult None(QuestionAnalysis question) => new(question, [], [], [], []);
}
