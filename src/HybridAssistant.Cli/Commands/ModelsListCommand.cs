using System.CommandLine;
using System.Globalization;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Embedding;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models list`: the models beside the assembly.</summary>
internal static class ModelsListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the shipped models.");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string folder = SentenceEmbedderLoader.ShippedModelsFolder;
        var table = new TextTable("model", "MB", "folder");
        string[] models = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        foreach (string model in models.Order(StringComparer.Ordinal))
        {
            long bytes = new DirectoryInfo(model).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            table.Add(Path.GetFileName(model), (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture), model);
        }

        table.Write(AnsiConsole.Console);
        return ExitCode.Ok;
    }
}
