using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace HybridAssistant.Api.Tests.Observability;

/// <summary>Keeps what spans say, as an exporter would get it.</summary>
internal sealed class RecordedSpans : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<string> _spans = new();

    /// <summary>All spans, with their attributes and events.</summary>
    public string Text => string.Join('\n', _spans);

    public override void OnEnd(Activity data) => _spans.Enqueue(string.Join(
        ' ',
        data.TagObjects.Concat(data.Events.SelectMany(e => e.Tags)).Select(tag => $"{tag.Key}={tag.Value}").Prepend(data.DisplayName)));
}
