using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Answering;

/// <summary>Numbers the places where an answer's facts are printed, each place once.</summary>
internal sealed class CitationList
{
    private readonly List<Citation> _citations = [];

    /// <summary>Adds a place.</summary>
    /// <returns>Its id, counted from 1.</returns>
    public int Add(Evidence evidence)
    {
        Citation cited = evidence.Fact is { } fact
            ? Of(evidence, fact.Document, fact.Page, QuoteOf(fact), fact.Box, fact.ReadBy)
            : Of(evidence, evidence.Passage!.Document, evidence.Passage.Page, evidence.Quote, evidence.Passage.Box, evidence.Passage.ReadBy);
        int known = _citations.FindIndex(c => c.Document == cited.Document && c.Page == cited.Page && c.Quote == cited.Quote && c.Box == cited.Box);
        if (known >= 0)
        {
            return known + 1;
        }

        _citations.Add(cited);
        return _citations.Count;
    }

    /// <summary>The citations in order.</summary>
    public ImmutableArray<Citation> ToImmutable() => [.. _citations];

    private Citation Of(Evidence evidence, string document, int page, string quote, BoundingBox box, ReadBy readBy) =>
        new(_citations.Count + 1, document, evidence.Title, evidence.Revision, page, quote, box, readBy);

    private static string QuoteOf(Fact fact) =>
        string.Join(' ', new[] { fact.Attribute, fact.Condition, fact.Value, fact.Unit }.Where(s => s.Length > 0));
}
