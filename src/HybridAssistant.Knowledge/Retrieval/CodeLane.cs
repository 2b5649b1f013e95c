using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Looks the codes of a question up in the index: one that any sheet prints is neither mistyped nor unknown, and pins the
/// sheets that print it.
/// </summary>
internal static class CodeLane
{
    private const int MaxMatches = 20;

    /// <summary>The question with its codes resolved, and the documents that they pin.</summary>
    public static async Task<(QuestionAnalysis Question, ImmutableArray<string> Documents)> ResolveAsync(
        QuestionAnalysis question, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var documents = new List<string>(question.NamedProducts.Select(p => p.Document));
        var mentions = ImmutableArray.CreateBuilder<ProductMention>(question.Mentions.Length);
        bool changed = false;
        foreach (ProductMention mention in question.Mentions)
        {
            if (mention.Fit is MentionFit.Series)
            {
                mentions.Add(mention);
                continue;
            }

            // A sheet of options or spare parts prints the models that they are for.
            IReadOnlyList<CodeMatch> printed = await snapshot
                .FindCodesAsync(mention.Normalized, prefix: false, MaxMatches, cancellationToken).ConfigureAwait(false);
            documents.AddRange(printed.Select(p => p.Document));
            bool isKnown = mention.Fit is MentionFit.Exact or MentionFit.Variant;
            changed |= printed.Count > 0 && !isKnown;
            mentions.Add(printed.Count > 0 && !isKnown ? mention with { Fit = MentionFit.Other, Products = [] } : mention);
        }

        QuestionAnalysis resolved = changed ? question with { Mentions = mentions.ToImmutable() } : question;
        return (resolved, Current(documents, snapshot));
    }

    /// <summary>
    /// The documents about a product that a request is restricted to: those that state it, and those that print its code, such as a
    /// list of spare parts; none where nobody knows it.
    /// </summary>
    public static async Task<ImmutableArray<string>> AboutAsync(string product, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        string key = CodeNormalizer.Normalize(product);
        HashSet<string> keys = new([key], StringComparer.Ordinal);
        IEnumerable<string> stating = snapshot.Documents.Where(d => d.Products.Any(p => p.IsAmong(keys))).Select(d => d.Document);
        IReadOnlyList<CodeMatch> printed = await snapshot.FindCodesAsync(key, prefix: false, MaxMatches, cancellationToken).ConfigureAwait(false);
        return Current(stating.Concat(printed.Select(p => p.Document)), snapshot);
    }

    private static ImmutableArray<string> Current(IEnumerable<string> documents, IKnowledgeSnapshot snapshot)
    {
        HashSet<string> current = [.. snapshot.Documents.Where(d => d.SupersededBy is null).Select(d => d.Document)];
        return [.. documents.Distinct(StringComparer.Ordinal).Where(current.Contains)];
    }
}
