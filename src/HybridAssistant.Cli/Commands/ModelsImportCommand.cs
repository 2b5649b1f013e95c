using System.CommandLine;
using System.Text.Json;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Generation.Peft;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models import`: brings a model or an adapter into the models folder.</summary>
internal static class ModelsImportCommand
{
    private static readonly Argument<string> Source = new("PATH")
    {
        Description = "A GGUF file (a base model or a LoRA adapter), or the folder that PEFT saved an adapter to.",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The name it gets (default: that of the file or folder).",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Base = new("--base")
    {
        Description = "The base that an adapter is checked against and bound to, by name or path. "
            + "A PEFT folder needs one (default: the configured, or the only one there is).",
        HelpName = "NAME|PATH",
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace the model of this name." };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        const string Does = "Checks a model or an adapter and brings it into the models folder.";
        var command = new Command("import", Does) { Source, Name, Base, Replace, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = new ModelSettings(CliSettings.Build(parsed));
        string source = parsed.GetRequiredValue(Source);
        CatalogEntry imported = await new ModelImporter(settings.Catalog).ImportAsync(
            new ModelImport(source)
            {
                Name = parsed.GetValue(Name),
                Base = FindBase(settings, source, parsed.GetValue(Base)),
                Replace = parsed.GetValue(Replace),
            },
            cancellationToken);

        ModelLine line = ModelLine.Of(imported);
        Console.WriteLine(parsed.GetValue(Json)
            ? JsonSerializer.Serialize(line, CliJson.Readable.ModelLine)
            : $"Imported {line.Name} to {line.Path}: {line.Kind}, {ModelText.Describe(line)}.");
        return ExitCode.Ok;
    }

    private static BaseModel? FindBase(ModelSettings settings, string source, string? named)
    {
        if (!PeftAdapterConverter.IsAdapterFolder(source))
        {
            if (Directory.Exists(source))
            {
                throw new BadInputException(
                    $"The folder '{source}' has no adapter_config.json. Give a GGUF file, or a folder that PEFT saved an adapter to.");
            }

            return named is null ? null : settings.FindBase(named);
        }

        return settings.BaseOf(source, named);
    }
}
