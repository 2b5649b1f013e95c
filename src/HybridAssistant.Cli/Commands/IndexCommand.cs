using System.CommandLine;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index`: the index as a whole.</summary>
internal static class IndexCommand
{
    public static Command Create() => new("index", "Describes, checks, saves, moves and rebuilds the index.")
    {
        IndexInfoCommand.Create(),
        IndexVerifyCommand.Create(),
        IndexBackupCommand.Create(),
        IndexRebuildCommand.Create(),
        IndexPruneCommand.Create(),
        IndexCopyCommand.Create(),
    };
}
