namespace HybridAssistant.Ingestion;

/// <summary>Counts and reports the documents of one run; called from several threads.</summary>
internal sealed class IngestionRun(int total, IProgress<IngestionProgress>? progress)
{
    private readonly Lock _turn = new();
    private readonly List<IngestionResult> _results = [];

    /// <summary>Says what is being done with a document.</summary>
    public void Report(string document, IngestionStage stage)
    {
        lock (_turn)
        {
            progress?.Report(new IngestionProgress(document, stage, _results.Count, total));
        }
    }

    /// <summary>Says what became of a document.</summary>
    public void Finish(IngestionResult result)
    {
        lock (_turn)
        {
            _results.Add(result);
            progress?.Report(new IngestionProgress(result.Document, IngestionStage.Done, _results.Count, total, result));
        }
    }

    /// <summary>The report of the run.</summary>
    public IngestionReport Complete(TimeSpan elapsed)
    {
        lock (_turn)
        {
            return new IngestionReport(
                [.. _results.OrderBy(result => result.Document, StringComparer.Ordinal).ThenBy(result => result.Source, StringComparer.Ordinal)],
                elapsed);
        }
    }
}
