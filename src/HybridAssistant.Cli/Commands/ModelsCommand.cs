using System.CommandLine;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models`: the shipped models.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Lists and checks the shipped models.")
    {
        ModelsListCommand.Create(),
        ModelsVerifyCommand.Create(),
    };
}
