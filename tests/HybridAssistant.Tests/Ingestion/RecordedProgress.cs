using HybridAssistant.Ingestion;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>Hands each step on at once, unlike <see cref="Progress{T}"/>, which posts them to the thread pool.</summary>
internal sealed class RecordedProgress(Action<IngestionProgress> onStep) : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value) => onStep(value);
}
