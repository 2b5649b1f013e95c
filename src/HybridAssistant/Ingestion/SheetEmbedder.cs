using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Retrieval;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Ingestion;

/// <summary>Embeds the lines and passages of a sheet; without a generator sheets go into the index without vectors.</summary>
internal sealed class SheetEmbedder(IEmbeddingGenerator<string, Embedding<float>>? generator)
{
    /// <summary>The model; null without one.</summary>
    public string? Fingerprint { get; } = generator?.GetFingerprint();

    /// <summary>The sheet with its vectors.</summary>
    public async Task<IndexedSheet> EmbedAsync(SpecSheet sheet, string origin, CancellationToken cancellationToken)
    {
        var indexed = new IndexedSheet { Sheet = sheet, Origin = origin, EmbedderFingerprint = Fingerprint };
        if (generator is null)
        {
            return indexed;
        }

        // Doubtful facts are never searched: they cost no embedding.
        string[] lines =
        [
            .. sheet.Facts.Where(fact => fact.Doubt is null).Select(fact => EntryLine.Of(fact, sheet.Title)),
            .. sheet.Passages.Select(passage => EntryLine.Of(passage, sheet.Title)),
        ];
        string[] distinct = [.. lines.Distinct(StringComparer.Ordinal)];
        IReadOnlyList<ReadOnlyMemory<float>> vectors = await generator.EmbedDocumentsAsync(distinct, cancellationToken).ConfigureAwait(false);
        var byLine = distinct.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

        // Labels are compared with questions too: known from here on, the first question need not wait for them.
        await LabelSimilarity.EmbedAsync(generator, sheet.Facts.Where(fact => fact.Doubt is null), cancellationToken).ConfigureAwait(false);
        return indexed with
        {
            FactVectors = [.. sheet.Facts.Select(fact => fact.Doubt is null ? byLine[EntryLine.Of(fact, sheet.Title)] : default)],
            PassageVectors = [.. sheet.Passages.Select(passage => byLine[EntryLine.Of(passage, sheet.Title)])],
        };
    }
}
