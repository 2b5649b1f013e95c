using System.CommandLine;
using System.Globalization;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid models verify`: opens models and runs them once.</summary>
internal static class ModelsVerifyCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Names of shipped models, or sentence-transformers folders. None: the configured model.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var command = new Command("verify", "Opens embedding models and runs them once.") { Paths };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IConfiguration configuration = CliSettings.Build(parsed);
        OnnxOptions onnx = configuration.GetSection(OnnxOptions.Section).Get<OnnxOptions>() ?? new OnnxOptions();
        string[] models = parsed.GetValue(Paths) is { Length: > 0 } named
            ? named
            : [(configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new EmbeddingOptions()).Model];

        int code = ExitCode.Ok;
        foreach (string model in models)
        {
            try
            {
                Console.WriteLine($"{model}: {await ProbeAsync(model, onnx, cancellationToken)}");
            }
            catch (EmbeddingModelException e)
            {
                await Console.Error.WriteLineAsync($"{model}: {e.Message}");
                code = ExitCode.Failed;
            }
        }

        return code;
    }

    private static async Task<string> ProbeAsync(string model, OnnxOptions onnx, CancellationToken cancellationToken)
    {
        using IEmbeddingGenerator<string, Embedding<float>>? embedder =
            SentenceEmbedderLoader.Load(new EmbeddingOptions { Model = model }, onnx, NullLogger.Instance);
        if (embedder is null)
        {
            return "no model is configured: retrieval is lexical only";
        }

        ReadOnlyMemory<float> vector = await embedder.EmbedQueryAsync("maximum working pressure", cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture, $"whole, {vector.Length} dimensions, fingerprint {embedder.GetFingerprint()}");
    }
}
