using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HybridAssistant.Api.Observability;

/// <summary>Registers traces, metrics and the log of answers. Without a setting nothing is collected and nothing is sent.</summary>
internal static class ObservabilityRegistration
{
    private const string OtlpPrefix = "OTEL_EXPORTER_OTLP_";
    private const string MetricsPath = "/metrics";

    // Memory, garbage collection and threads, which .NET counts itself.
    private const string RuntimeMeter = "System.Runtime";

    public static void AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RequestLogOptions>().Bind(configuration.GetSection(RequestLogOptions.Section)).ValidateOnStart();
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        bool prometheus = IsPrometheusOn(configuration);
        bool traces = HasEndpoint(configuration, "TRACES_");
        bool metrics = HasEndpoint(configuration, "METRICS_");
        if (!prometheus && !traces && !metrics)
        {
            return;
        }

        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource
            .AddService("hybrid-assistant").AddEnvironmentVariableDetector());
        if (traces)
        {
            telemetry.WithTracing(tracing => tracing
                .AddSource(HybridAssistant.Telemetry.Name)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => context.Request.Path != MetricsPath && !context.Request.Path.StartsWithSegments("/healthz"))
                .AddOtlpExporter());
        }

        if (prometheus || metrics)
        {
            telemetry.WithMetrics(meters =>
            {
                meters.AddMeter(HybridAssistant.Telemetry.Name, HybridAssistant.Telemetry.VerificationMeter, RuntimeMeter).AddAspNetCoreInstrumentation();
                _ = metrics ? meters.AddOtlpExporter() : meters;
                _ = prometheus ? meters.AddPrometheusExporter() : meters;
            });
        }
    }

    /// <summary>/metrics, where it is on.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.Prometheus)
        {
            app.MapPrometheusScrapingEndpoint(MetricsPath);
        }
    }

    private static bool IsPrometheusOn(IConfiguration configuration) =>
        configuration.GetSection(TelemetryOptions.Section).GetValue<bool>(nameof(TelemetryOptions.Prometheus));

    private static bool HasEndpoint(IConfiguration configuration, string signal) =>
        !string.IsNullOrEmpty(configuration[$"{OtlpPrefix}ENDPOINT"]) || !string.IsNullOrEmpty(configuration[$"{OtlpPrefix}{signal}ENDPOINT"]);
}
