namespace HybridAssistant.Knowledge.Indexing.Revisions;

/// <summary>Finds the current revision among files of one title.</summary>
internal static class RevisionChain
{
    /// <summary>For each superseded file the current one that stands in for it.</summary>
    public static IReadOnlyDictionary<string, string> Resolve(IReadOnlyList<RevisedSheet> sheets)
    {
        var direct = new Dictionary<string, string>(StringComparer.Ordinal);
        // By name, so that of two files that are later alike the same one supersedes, in whatever order an index holds them.
        RevisedSheet[] byName = [.. sheets.OrderBy(sheet => sheet.Document, StringComparer.Ordinal)];
        foreach (RevisedSheet sheet in byName)
        {
            // Only a current file supersedes: where dates and marks contradict each other in a circle, one stays current.
            RevisedSheet? latest = byName
                .Where(other => other != sheet && !direct.ContainsKey(other.Document) && RevisionOrder.Supersedes(other, sheet))
                .Aggregate((RevisedSheet?)null, (best, other) => best is null || RevisionOrder.Compare(other, best) > 0 ? other : best);
            if (latest is not null)
            {
                direct.Add(sheet.Document, latest.Document);
            }
        }

        return direct.Keys.ToDictionary(document => document, document => Last(direct, document), StringComparer.Ordinal);
    }

    private static string Last(Dictionary<string, string> direct, string document)
    {
        while (direct.TryGetValue(document, out string? next))
        {
            document = next;
        }

        return document;
    }
}
