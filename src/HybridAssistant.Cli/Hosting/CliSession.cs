using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Cli.Hosting;

/// <summary>The services of one command, made from its settings and disposed with it.</summary>
internal sealed class CliSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CliSession(ServiceProvider services, IConfiguration configuration)
    {
        _services = services;
        Configuration = configuration;
    }

    /// <summary>The settings.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The data folder.</summary>
    public string DataFolder => Get<IOptions<HybridAssistantOptions>>().Value.Data;

    /// <summary>Opens the services that a command asks for. Invalid settings fail here, all at once.</summary>
    public static CliSession Open(ParseResult parsed, params ReadOnlySpan<KeyValuePair<string, string?>> flags)
    {
        IConfigurationRoot configuration = CliSettings.Build(parsed, flags);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        // Warnings go to stderr, so that stdout stays what a script reads.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddSingleton(SheetWorkerProgram.Command);
        services.AddHybridAssistant(configuration);
        ServiceProvider provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return new CliSession(provider, configuration);
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A service that may be left out by the settings.</summary>
    public T? Find<T>()
        where T : class => _services.GetService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
