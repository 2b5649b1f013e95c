using HybridAssistant.Knowledge.Indexing.Codes;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Hybrid;
using HybridAssistant.Knowledge.Indexing.Text;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>A read transaction: whatever is committed meanwhile, one question sees one state.</summary>
internal sealed class SqliteSnapshot(IndexReaders readers, SqliteSession session, IndexView view) : IKnowledgeSnapshot
{
    // The lanes of one question may run side by side; a session serves one at a time.
    private readonly Lock _turn = new();
    private bool _isDisposed;

    /// <summary>The session in its transaction, for queries that are not part of the seam.</summary>
    public SqliteSession Session => session;

    /// <summary>The state that the transaction reads.</summary>
    public IndexView View => view;

    /// <inheritdoc/>
    public string Version => view.Version;

    /// <inheritdoc/>
    public IReadOnlyList<IndexedDocument> Documents => view.Documents;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ScoredEntry>> SearchTextAsync(
        IReadOnlyList<string> terms, EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Run(() => SearchText(TextQuery.Terms(terms), filter, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ScoredEntry>> SearchVectorsAsync(
        ReadOnlyMemory<float> query, EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Run(() => SearchVectors(query.Span, filter, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<FusedSearch> SearchHybridAsync(HybridQuery query, CancellationToken cancellationToken = default) =>
        LaneSearch.SearchAsync(this, query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindCodesAsync(
        string normalizedCode, bool prefix, int limit, CancellationToken cancellationToken = default) =>
        Run(() => FindCodes(normalizedCode, prefix, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeMatch>> FindSimilarCodesAsync(
        string normalizedCode, int maxEdits, int limit, CancellationToken cancellationToken = default) =>
        Run(() => FindSimilarCodes(normalizedCode, maxEdits, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IndexEntry>> GetFactsAsync(EntryFilter filter, int limit, CancellationToken cancellationToken = default) =>
        Run(() => GetFacts(filter, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_turn)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                session.Rollback();
                readers.Return(session);
            }
        }

        return ValueTask.CompletedTask;
    }

    private Task<IReadOnlyList<T>> Run<T>(Func<List<T>> query, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<T>>(cancellationToken);
        }

        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                return Task.FromResult<IReadOnlyList<T>>(query());
            }
            catch (SqliteException exception) when (IndexDamage.Is(exception))
            {
                throw IndexDamage.Describe(readers.Options.Path, exception);
            }
        }
    }

    private List<ScoredEntry> SearchText(IReadOnlyList<string> terms, EntryFilter filter, int limit)
    {
        var found = new List<ScoredEntry>();
        if (terms.Count == 0 || limit <= 0)
        {
            return found;
        }

        var scope = new EntryScope(filter, view);
        if (filter.Kinds.HasFlag(EntryKinds.Facts))
        {
            found.AddRange(new TextSearch(session, TextTable.Facts).Search(terms, scope, limit, readers.Options.RankAllUpTo));
        }

        if (filter.Kinds.HasFlag(EntryKinds.Passages))
        {
            found.AddRange(new TextSearch(session, TextTable.Passages).Search(terms, scope, limit, readers.Options.RankAllUpTo));
        }

        return EntryOrder.Best(found, limit);
    }

    private List<ScoredEntry> SearchVectors(ReadOnlySpan<float> query, EntryFilter filter, int limit)
    {
        if (view.EmbedderFingerprint is null || limit <= 0)
        {
            return [];
        }

        var found = new List<ScoredEntry>();
        foreach ((VectorRow row, float score) in IndexReaders.Vectors(view, session).Search(query, new EntryScope(filter, view), filter.Kinds, limit))
        {
            using SqliteDataReader reader = row.Kind == EntryKinds.Facts
                ? session.Query($"SELECT {RowReader.FactColumns} FROM facts f JOIN documents d ON d.id = f.document_id WHERE f.id = $id", ("$id", row.Id))
                : session.Query($"SELECT {RowReader.PassageColumns} FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = $id", ("$id", row.Id));
            reader.Read();
            found.Add(new ScoredEntry(row.Kind == EntryKinds.Facts ? RowReader.Fact(reader) : RowReader.Passage(reader), score));
        }

        return EntryOrder.Best(found, limit);
    }

    private List<CodeMatch> FindCodes(string code, bool prefix, int limit)
    {
        // U+FFFF sorts after every character of a code: the range is the prefix. Printed codes come before composed ones.
        string sql =
            $"""
            SELECT {RowReader.CodeColumns} FROM codes c JOIN documents d ON d.id = c.document_id
            WHERE c.normalized >= $first AND c.normalized <= $last
            ORDER BY length(c.normalized), c.normalized, c.composed, d.superseded_by IS NOT NULL, d.name, c.ordinal LIMIT $limit
            """;
        using SqliteDataReader reader = session.Query(
            sql, ("$first", code), ("$last", prefix ? code + '\uFFFF' : code), ("$limit", limit));
        return ReadCodes(reader);
    }

    private List<CodeMatch> FindSimilarCodes(string code, int maxEdits, int limit)
    {
        string sql =
            $"""
            SELECT {RowReader.CodeColumns} FROM codes c JOIN documents d ON d.id = c.document_id
            WHERE c.composed = 0 AND length(c.normalized) BETWEEN $shortest AND $longest AND d.superseded_by IS NULL
            ORDER BY c.normalized, d.name, c.ordinal
            """;
        using SqliteDataReader reader = session.Query(
            sql, ("$shortest", code.Length - maxEdits), ("$longest", code.Length + maxEdits));
        return [.. ReadCodes(reader)
            .Select(match => (match, Distance: EditDistance.Within(code, match.Code.Normalized, maxEdits)))
            .Where(near => near.Distance > 0 && near.Distance <= maxEdits)
            .OrderBy(near => near.Distance)
            .Take(limit)
            .Select(near => near.match)];
    }

    private List<IndexEntry> GetFacts(EntryFilter filter, int limit)
    {
        List<(string, object?)> parameters = [("$limit", limit)];
        string sql =
            $"""
            SELECT {RowReader.FactColumns} FROM facts f JOIN documents d ON d.id = f.document_id
            WHERE {new EntryScope(filter, view).FactCondition(parameters)} AND f.doubt IS NULL
            ORDER BY d.name, f.ordinal LIMIT $limit
            """;
        var facts = new List<IndexEntry>();
        using SqliteDataReader reader = session.Query(sql, [.. parameters]);
        while (reader.Read())
        {
            facts.Add(RowReader.Fact(reader));
        }

        return facts;
    }

    private static List<CodeMatch> ReadCodes(SqliteDataReader reader)
    {
        var codes = new List<CodeMatch>();
        while (reader.Read())
        {
            codes.Add(RowReader.Code(reader));
        }

        return codes;
    }
}
