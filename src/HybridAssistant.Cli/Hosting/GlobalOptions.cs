using System.CommandLine;

namespace HybridAssistant.Cli.Hosting;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>The data folder.</summary>
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of the index, the stored documents and the caches (default: ./data).",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Output for scripts. A command that writes JSON adds it.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write JSON for scripts." };
}
