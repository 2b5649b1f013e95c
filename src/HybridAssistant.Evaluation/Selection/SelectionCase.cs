using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>A question with candidates of which some, or none, state what it asks: measures the selector alone.</summary>
/// <param name="Id">Unique within a file.</param>
/// <param name="Question">The question.</param>
/// <param name="Answerable">Whether any candidate states it.</param>
/// <param name="Candidates">The candidates.</param>
/// <param name="Right">Indexes of those that do, from 0.</param>
public sealed record SelectionCase(
    string Id, string Question, bool Answerable, ImmutableArray<IndexEntry> Candidates, ImmutableArray<int> Right);
