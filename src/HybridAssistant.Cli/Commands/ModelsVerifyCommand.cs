using System.CommandLine;
using System.Text.Json;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Cli.Diagnosis;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models verify`: checks models and adapters, and runs each once.</summary>
internal static class ModelsVerifyCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Names of models, GGUF files, PEFT folders, or sentence-transformers folders. "
            + "None: all of the models folder, and the configured embedding model.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Base = new("--base")
    {
        Description = "The base that adapters are to fit, by name or path (default: the configured, or the only one there is).",
        HelpName = "NAME|PATH",
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("verify", "Checks models and adapters, and runs each once.") { Paths, Base, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IConfiguration configuration = CliSettings.Build(parsed);
        var settings = new ModelSettings(configuration);
        var probe = new ModelProbe(configuration, settings, parsed.GetValue(Base));
        string[] models = parsed.GetValue(Paths) is { Length: > 0 } named ? named : probe.Everything();
        int code = ExitCode.Ok;
        foreach (string model in models)
        {
            ModelLine line = await ProbeAsync(probe, model, cancellationToken);
            code = line.Problem is null ? code : ExitCode.Failed;
            if (parsed.GetValue(Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(line, CliJson.Readable.ModelLine));
            }
            else
            {
                TextWriter output = line.Problem is null ? Console.Out : Console.Error;
                await output.WriteLineAsync($"{model}: {line.Problem ?? $"whole, {ModelText.Describe(line)}"}");
            }
        }

        return code;
    }

    private static async Task<ModelLine> ProbeAsync(ModelProbe probe, string model, CancellationToken cancellationToken)
    {
        try
        {
            return await probe.RunAsync(model, cancellationToken);
        }
        catch (Exception e) when (e is EmbeddingModelException or GenerationException)
        {
            return ModelLine.Unusable(model, e);
        }
    }
}
