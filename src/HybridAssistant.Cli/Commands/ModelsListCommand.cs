using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Embedding;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models list`: the imported and the shipped models.</summary>
internal static class ModelsListCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("list", "Lists the imported and the shipped models.") { Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var settings = new ModelSettings(CliSettings.Build(parsed));
        ModelLine[] models = [.. settings.Catalog.List().Select(ModelLine.Of), .. Embedders()];
        if (parsed.GetValue(Json))
        {
            foreach (ModelLine model in models)
            {
                Console.WriteLine(JsonSerializer.Serialize(model, CliJson.Readable.ModelLine));
            }

            return ExitCode.Ok;
        }

        var table = new TextTable("model", "kind", "MB", "file", "what");
        foreach (ModelLine model in models)
        {
            string megabytes = (model.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
            table.Add(model.Name, model.Kind, megabytes, model.Path, ModelText.Describe(model));
        }

        table.Write(AnsiConsole.Console);
        return ExitCode.Ok;
    }

    private static IEnumerable<ModelLine> Embedders()
    {
        string folder = SentenceEmbedderLoader.ShippedModelsFolder;
        string[] folders = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return folders.Where(model => File.Exists(Path.Combine(model, "modules.json"))).Order(StringComparer.Ordinal).Select(ModelLine.OfEmbedder);
    }
}
