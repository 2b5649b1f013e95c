using System.Collections.Immutable;
using System.Numerics.Tensors;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Evaluation.Selection;

/// <summary>Lets the selector choose among given candidates: what it makes of facts that were read without fault.</summary>
/// <param name="selector">The selector.</param>
/// <param name="embedder">Embeds questions and lines; null: it chooses without.</param>
public sealed class SelectionRun(IFactSelector selector, IEmbeddingGenerator<string, Embedding<float>>? embedder)
{
    private readonly QuestionAnalyzer _analyzer = new();
    private readonly LabelSimilarity? _labels = embedder is null ? null : new LabelSimilarity(embedder);

    /// <summary>Runs all cases.</summary>
    public async Task<ImmutableArray<SelectionResult>> RunAsync(
        IReadOnlyList<SelectionCase> cases, CancellationToken cancellationToken = default)
    {
        // Cases share most of their candidates: each line is embedded once.
        Dictionary<string, ReadOnlyMemory<float>> vectors = await EmbedAsync(
            [.. cases.SelectMany(one => one.Candidates).Select(Line).Distinct(StringComparer.Ordinal)], cancellationToken);
        var results = ImmutableArray.CreateBuilder<SelectionResult>(cases.Count);
        foreach (SelectionCase one in cases)
        {
            results.Add(await ChooseAsync(one, vectors, cancellationToken));
        }

        return results.ToImmutable();
    }

    private async Task<SelectionResult> ChooseAsync(
        SelectionCase one, Dictionary<string, ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        var catalog = new ProductCatalog(one.Sheets);
        QuestionAnalysis analysis = _analyzer.Analyze(new Question { Message = one.Question }, catalog);
        ReadOnlyMemory<float> asked = embedder is null ? default : await embedder.EmbedQueryAsync(analysis.Text, cancellationToken);
        ImmutableArray<FactCandidate> candidates =
        [
            .. one.Candidates.Select(entry => new FactCandidate(
                entry, asked.IsEmpty ? null : TensorPrimitives.Dot(asked.Span, vectors[Line(entry)].Span))),
        ];
        FactSelection selection = selector.Select(
            analysis, catalog, _labels is null ? candidates : await _labels.MeasureAsync(await embedder!.EmbedQueryAsync(LabelSimilarity.AskedOf(analysis), cancellationToken), candidates, cancellationToken));

        HashSet<string> right = [.. one.Right.Select(index => one.Candidates[index].Id)];
        int rank = 1 + selection.Facts.TakeWhile(scored => !right.Contains(scored.Entry.Id)).Count();
        return new SelectionResult(one, selection.Facts, rank > selection.Facts.Length ? 0 : rank, selection.Confidence);
    }

    private async Task<Dictionary<string, ReadOnlyMemory<float>>> EmbedAsync(string[] lines, CancellationToken cancellationToken)
    {
        if (embedder is null)
        {
            return [];
        }

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await embedder.EmbedDocumentsAsync(lines, cancellationToken);
        return lines.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static string Line(IndexEntry entry) => EntryLine.Of(entry.Fact!, entry.Title);
}
