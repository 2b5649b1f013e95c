namespace HybridAssistant.Api.Observability;

/// <summary>Settings of metrics, under the key "Telemetry". Where traces and metrics are sent is OpenTelemetry's own OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Whether Prometheus may read metrics at /metrics, with a reader's key where keys are configured. Default: no.</summary>
    public bool Prometheus { get; set; }
}
