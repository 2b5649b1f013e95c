using System.CommandLine;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models`: language models, their adapters, and embedding models.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Lists, checks and imports models and adapters.")
    {
        ModelsListCommand.Create(),
        ModelsVerifyCommand.Create(),
        ModelsImportCommand.Create(),
    };
}
