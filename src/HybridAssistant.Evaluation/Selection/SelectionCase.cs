using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>A question with candidates of which some, or none, state what it asks: measures the selector alone.</summary>
/// <param name="Id">Unique within a file.</param>
/// <param name="Question">The question.</param>
/// <param name="Answerable">Whether any candidate states it.</param>
/// <param name="Candidates">The candidates.</param>
/// <param name="Right">Indexes of those that do, from 0.</param>
/// <param name="Sheets">The sheets of the candidates with the products that they name.</param>
public sealed record SelectionCase(
    string Id,
    string Question,
    bool Answerable,
    ImmutableArray<IndexEntry> Candidates,
    ImmutableArray<int> Right,
    ImmutableArray<CatalogSheet> Sheets);
