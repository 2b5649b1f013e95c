using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Text;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Compares what is asked with what a line is called, both without product and title: in whole lines these outweigh the label,
/// and "how loud is the KX-400" is near every line of the KX-400. Labels recur over products and sheets and are embedded once.
/// </summary>
public sealed class LabelSimilarity(IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    // 1.5 KB a vector: 30 MB.
    private const int MaxLabels = 20_000;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> _labels = new(StringComparer.Ordinal);

    /// <summary>The text that stands for a fact's label.</summary>
    public static string LabelOf(Fact fact)
    {
        int last = fact.Section.LastIndexOf('›');
        string heading = last < 0 ? fact.Section : fact.Section[(last + 1)..].TrimStart();
        return heading.Length > 0 ? $"{heading}: {fact.Attribute}" : fact.Attribute;
    }

    /// <summary>Embeds the labels of facts, so that a generator with a cache knows them.</summary>
    public static async Task EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> embedder, IEnumerable<Fact> facts, CancellationToken cancellationToken = default)
    {
        foreach (string label in facts.Select(LabelOf).Distinct(StringComparer.Ordinal))
        {
            await EmbedAsync(embedder, label, cancellationToken).ConfigureAwait(false);
        }
    }

    // One by one: a vector depends a little on what is embedded beside it, and an answer must not depend on the questions before.
    private static async Task<ReadOnlyMemory<float>> EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> embedder, string label, CancellationToken cancellationToken) =>
        (await embedder.EmbedDocumentsAsync([label], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The question without the products that it names.</summary>
    public static string AskedOf(QuestionAnalysis question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = new StringBuilder(question.Text.Length);
        int at = 0;
        foreach (ProductMention mention in question.Mentions.Where(m => m.Fit != MentionFit.Other).OrderBy(m => m.Start))
        {
            // Mentions may overlap: "TES 2N-2425" is read with and without its first word.
            if (mention.Start > at)
            {
                text.Append(question.Text, at, mention.Start - at);
            }

            at = Math.Max(at, mention.Start + mention.Text.Length);
        }

        return text.Append(question.Text, at, question.Text.Length - at).ToString();
    }

    /// <summary>The candidates with the similarity of their labels to what is asked.</summary>
    /// <param name="asked">Vector of <see cref="AskedOf"/>.</param>
    /// <param name="candidates">Facts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<FactCandidate>> MeasureAsync(
        ReadOnlyMemory<float> asked, ImmutableArray<FactCandidate> candidates, CancellationToken cancellationToken = default)
    {
        if (candidates.IsEmpty)
        {
            return candidates;
        }

        string[] labels = [.. candidates.Select(c => LabelOf(c.Entry.Fact!))];
        string[] missing = [.. labels.Where(l => !_labels.ContainsKey(l)).Distinct(StringComparer.Ordinal)];
        if (_labels.Count + missing.Length > MaxLabels)
        {
            _labels.Clear();
            missing = [.. labels.Distinct(StringComparer.Ordinal)];
        }

        foreach (string label in missing)
        {
            _labels[label] = await EmbedAsync(embedder, label, cancellationToken).ConfigureAwait(false);
        }

        return [.. candidates.Select((c, i) => c with { LabelCosine = TensorPrimitives.Dot(asked.Span, _labels[labels[i]].Span) })];
    }
}
