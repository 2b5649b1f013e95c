using HybridAssistant.Api;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace HybridAssistant.Cli.Hosting;

/// <summary>The HTTP service as `serve` and `demo` run it.</summary>
internal static class ServerHost
{
    /// <summary>Loopback only: opening the service to others is a decision of whoever runs it.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8080";

    /// <summary>Builds the service. What is configured but missing fails here, not at the first question.</summary>
    public static WebApplication Build(IConfiguration configuration, string? urls)
    {
        // The slim builder leaves out what is not used, and adds no settings of its own before ours.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = Directory.GetCurrentDirectory(),
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Configuration.AddInMemoryCollection(TelemetrySettings());
        builder.WebHost.UseUrls(urls ?? configuration["Urls"] ?? DefaultUrls);

        // The slim builder's console knows one format, and sets it whatever the settings say.
        builder.Logging.AddConsole().AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
        builder.Services.AddSingleton(SheetWorkerProgram.Command);
        builder.Services.AddHybridAssistant(configuration);
        builder.Services.AddHybridApi(builder.Configuration);

        WebApplication app = builder.Build();
        app.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
        _ = app.Services.GetRequiredService<IKnowledgeIndex>();
        _ = app.Services.GetRequiredService<IQuestionAnswerer>();
        app.MapHybridApi();
        return app;
    }

    /// <summary>Serves until Ctrl-C or a termination signal.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<AssistantWarmUp>().RunAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        Console.WriteLine($"Serving on {string.Join(", ", app.Urls)}  (Ctrl-C ends it; API description at /scalar)");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    // OpenTelemetry's own variables keep their names; all others begin with HYBRID__.
    private static IEnumerable<KeyValuePair<string, string?>> TelemetrySettings() => Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
        .Where(variable => variable.Key.StartsWith("OTEL_", StringComparison.Ordinal));
}
