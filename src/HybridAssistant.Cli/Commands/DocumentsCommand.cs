using System.CommandLine;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid documents`: what is in the index, document by document.</summary>
internal static class DocumentsCommand
{
    public static Command Create() => new("documents", "Lists, shows, compares and removes documents.")
    {
        DocumentsListCommand.Create(),
        DocumentsShowCommand.Create(),
        DocumentsDiffCommand.Create(),
        DocumentsRemoveCommand.Create(),
    };
}
