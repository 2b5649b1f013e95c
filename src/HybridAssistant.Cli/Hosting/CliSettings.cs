using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Hosting;

/// <summary>The settings of a run: appsettings.json, then the environment (HYBRID__...), then flags.</summary>
internal static class CliSettings
{
    private const string EnvironmentPrefix = "HYBRID__";

    /// <summary>Reads the settings.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="flags">Settings that flags of the command stand for, with their full keys.</param>
    public static IConfigurationRoot Build(ParseResult parsed, params ReadOnlySpan<KeyValuePair<string, string?>> flags)
    {
        var set = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string?> flag in flags)
        {
            if (flag.Value is not null)
            {
                set[flag.Key] = flag.Value;
            }
        }

        if (parsed.GetValue(GlobalOptions.Data) is { } data)
        {
            set[nameof(HybridAssistantOptions.Data)] = data;
        }

        return new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(set)
            .Build();
    }
}
