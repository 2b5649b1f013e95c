using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Makes a new collection beside the one in use, and has the alias mean it when it is filled.</summary>
/// <param name="connection">The connection; its owner disposes it.</param>
/// <param name="embedderFingerprint">The model of the new index; null: none.</param>
/// <param name="time">The clock.</param>
public sealed class QdrantIndexReplacer(QdrantConnection connection, string? embedderFingerprint, TimeProvider time) : IIndexReplacer
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>?> ReadOriginsAsync(CancellationToken cancellationToken = default)
    {
        var reader = new QdrantReader(connection, CollectionTarget.Live(connection.Options).Alias);
        try
        {
            // Every format keeps these fields.
            RetrievedPoint? meta = await reader.FindAsync(PointIds.Meta, limit: null, cancellationToken).ConfigureAwait(false);
            if (meta is null)
            {
                return null;
            }

            List<RetrievedPoint> documents = await reader.ScrollAsync(
                PointConditions.AllOf([PointConditions.Kind(PointKind.Document), .. PointConditions.Visible(meta.Payload.Integer(Field.Generation))]),
                true, vectors: null, cancellationToken).ConfigureAwait(false);
            return documents.ToDictionary(point => point.Payload.Text(Field.Document), point => point.Payload.Text("origin"), StringComparer.Ordinal);
        }
        catch (KnowledgeIndexException exception) when (QdrantErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IIndexDraft> BeginAsync(CancellationToken cancellationToken = default) =>
        await QdrantIndexDraft.BeginAsync(connection, embedderFingerprint, time, cancellationToken).ConfigureAwait(false);
}
