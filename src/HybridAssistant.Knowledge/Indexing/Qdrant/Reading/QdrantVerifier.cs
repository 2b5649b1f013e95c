using System.Globalization;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Checks that the points of a collection agree with each other.</summary>
internal sealed class QdrantVerifier(QdrantReader reader, QdrantView view)
{
    /// <summary>What is wrong, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        long generation = view.State.Generation;
        await AddAsync(
            [PointConditions.Between(Field.From, generation + 1, null)], [],
            "points are of a generation that was never finished, and no reader sees them: 'hybrid index verify --repair' removes them", 0).ConfigureAwait(false);
        await AddAsync(
            [PointConditions.Between(Field.To, generation + 1, PointMaker.Current - 1)], [],
            "points are marked as replaced by a generation that was never finished: 'hybrid index verify --repair' takes the mark off", 0).ConfigureAwait(false);
        if (!view.IsWhole)
        {
            faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"The state says {view.State.Documents} documents of version {view.State.Version}, but there are {view.Documents.Length} of version {view.Version}."));
        }

        await AddAsync(
            [PointConditions.Kind(PointKind.Fact, PointKind.Doubtful), .. PointConditions.Visible(generation)], [],
            "facts more or fewer than the documents were indexed with", view.Documents.Sum(document => (long)document.FactCount)).ConfigureAwait(false);
        await AddAsync(
            [PointConditions.Kind(PointKind.Passage), .. PointConditions.Visible(generation)], [],
            "passages more or fewer than the documents were indexed with", view.Documents.Sum(document => (long)document.PassageCount)).ConfigureAwait(false);
        if (view.State.Embedder is not null && view.State.Dimensions > 0)
        {
            Condition hasVector = Conditions.HasVector(VectorName.Dense);
            await AddAsync([PointConditions.Kind(PointKind.Fact), .. PointConditions.Visible(generation)], [hasVector], "facts have no vector", 0).ConfigureAwait(false);
            await AddAsync([PointConditions.Kind(PointKind.Passage), .. PointConditions.Visible(generation)], [hasVector], "passages have no vector", 0).ConfigureAwait(false);
        }

        faults.AddRange(view.Documents.Where(document => document.SupersededBy is { } by && view.Find(by) is null)
            .Select(document => $"'{document.Document}' is superseded by '{document.SupersededBy}', which is gone."));
        await VerifyDocumentsAsync(faults, cancellationToken).ConfigureAwait(false);
        return faults;

        async Task AddAsync(IEnumerable<Condition> must, IEnumerable<Condition> mustNot, string fault, long expected)
        {
            Filter filter = PointConditions.AllOf(must);
            filter.MustNot.AddRange(mustNot);
            long count = await reader.CountAsync(filter, cancellationToken).ConfigureAwait(false);
            if (count != expected)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(count - expected)} {fault}."));
            }
        }
    }

    private async Task VerifyDocumentsAsync(List<string> faults, CancellationToken cancellationToken)
    {
        var sheets = new QdrantSheets(reader, view);
        foreach (IndexedDocument document in view.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SpecSheet? sheet = await sheets.FindAsync(document.Document, cancellationToken).ConfigureAwait(false);
            if (sheet is null || SheetDigest.Of(sheet) != document.Digest)
            {
                faults.Add($"'{document.Document}' does not read back as it was written.");
            }
        }
    }
}
