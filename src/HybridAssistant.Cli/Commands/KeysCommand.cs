using System.CommandLine;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid keys`: keys of the service, and how settings keep them.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Makes keys of the HTTP service, and the hashes that settings keep of them.")
    {
        KeysNewCommand.Create(),
        KeysHashCommand.Create(),
    };
}
