using HybridAssistant.Knowledge.Indexing.Codes;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Looks up codes.</summary>
internal sealed class CodeSearch(QdrantReader reader, QdrantView view)
{
    /// <summary>Codes equal to, or starting with, a code.</summary>
    public async Task<IReadOnlyList<CodeMatch>> FindAsync(string code, bool prefix, int limit, CancellationToken cancellationToken)
    {
        // Every code starts with nothing, and no list of fronts says so.
        Condition[] equals = code.Length == 0 ? [] : [PointConditions.AnyOf(prefix ? Field.CodePrefixes : Field.Code, [code])];
        if (code.Length == 0 && !prefix)
        {
            return [];
        }

        IEnumerable<FoundCode> found = await ScrollAsync(equals, cancellationToken).ConfigureAwait(false);
        return [.. found
            .OrderBy(one => one.Match.Code.Normalized.Length)
            .ThenBy(one => one.Match.Code.Normalized, StringComparer.Ordinal)
            .ThenBy(one => one.Match.ComposedOnly)
            .ThenBy(one => view.Find(one.Match.Document)?.Document.SupersededBy is not null)
            .ThenBy(one => one.Match.Document, StringComparer.Ordinal)
            .ThenBy(one => one.Ordinal)
            .Take(limit)
            .Select(one => one.Match)];
    }

    /// <summary>Printed codes of current documents that differ by few characters, nearest first.</summary>
    public async Task<IReadOnlyList<CodeMatch>> FindSimilarAsync(string code, int maxEdits, int limit, CancellationToken cancellationToken)
    {
        IEnumerable<FoundCode> near = await ScrollAsync(
            [PointConditions.Between(Field.CodeLength, code.Length - maxEdits, code.Length + maxEdits)], cancellationToken).ConfigureAwait(false);
        return [.. near
            .Where(one => !one.Match.ComposedOnly && view.Find(one.Match.Document)?.Document.SupersededBy is null)
            .Select(one => (one.Match, one.Ordinal, Distance: EditDistance.Within(code, one.Match.Code.Normalized, maxEdits)))
            .Where(one => one.Distance > 0 && one.Distance <= maxEdits)
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Match.Code.Normalized, StringComparer.Ordinal)
            .ThenBy(one => one.Match.Document, StringComparer.Ordinal)
            .ThenBy(one => one.Ordinal)
            .Take(limit)
            .Select(one => one.Match)];
    }

    private async Task<IEnumerable<FoundCode>> ScrollAsync(IEnumerable<Condition> conditions, CancellationToken cancellationToken)
    {
        Filter filter = PointConditions.AllOf(
            [PointConditions.Kind(PointKind.Code), .. PointConditions.Visible(view.State.Generation), .. conditions]);
        var hidden = new PayloadExcludeSelector();
        hidden.Fields.Add(Field.CodePrefixes);
        List<RetrievedPoint> points = await reader.ScrollAsync(
            filter, new WithPayloadSelector { Exclude = hidden }, vectors: null, cancellationToken).ConfigureAwait(false);
        return points.Select(point => new FoundCode(CodePoint.Read(point.Payload), CodePoint.Ordinal(point.Payload)));
    }

    private readonly record struct FoundCode(CodeMatch Match, long Ordinal);
}
