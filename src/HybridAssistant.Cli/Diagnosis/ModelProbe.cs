using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Generation.Peft;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>Checks a model of any kind and runs it once: a base speaks a few tokens, an adapter with its base, an embedder embeds.</summary>
internal sealed class ModelProbe(IConfiguration configuration, ModelSettings settings, string? baseName)
{
    private const string Question = "maximum working pressure";
    private const int Tokens = 4;

    /// <summary>The names of all there is.</summary>
    public string[] Everything()
    {
        string embedder = (configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new EmbeddingOptions()).Model;
        return [.. settings.Catalog.List().Select(entry => entry.Name), .. new[] { embedder }.Where(name => name.Length > 0)];
    }

    /// <summary>Checks and runs a model.</summary>
    /// <param name="model">A name, or the path of a file or folder.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="GenerationException">It is a language model or an adapter and cannot be used.</exception>
    /// <exception cref="EmbeddingModelException">It is an embedding model and cannot be used.</exception>
    public async Task<ModelLine> RunAsync(string model, CancellationToken cancellationToken)
    {
        if (PeftAdapterConverter.IsAdapterFolder(model))
        {
            return await RunPeftAsync(model, cancellationToken);
        }

        string shipped = Path.Combine(SentenceEmbedderLoader.ShippedModelsFolder, model);
        return settings.Catalog.Find(model) is null && (Directory.Exists(model) || Directory.Exists(shipped))
            ? await RunEmbedderAsync(model, cancellationToken)
            : await RunFileAsync(ModelCatalog.Inspect(model, settings.Catalog.Locate(model)), cancellationToken);
    }

    private async Task<ModelLine> RunFileAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Fault is not null)
        {
            throw entry.Fault;
        }

        // An adapter runs on its base; without one at hand it was checked by itself.
        if ((entry.Base ?? settings.FindBase(baseName)) is { } model)
        {
            entry.Adapter?.CheckFits(model);
            await SpeakAsync(model, entry.Adapter?.Path, cancellationToken);
        }

        return ModelLine.Of(entry);
    }

    private async Task<ModelLine> RunPeftAsync(string folder, CancellationToken cancellationToken)
    {
        BaseModel model = settings.BaseOf(folder, baseName);
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("hybrid-models-");
        try
        {
            string converted = Path.Combine(temporary.FullName, "adapter.gguf");
            await using (FileStream target = File.Create(converted))
            {
                PeftAdapterConverter.Convert(folder, model, target);
            }

            return await RunFileAsync(ModelCatalog.Inspect(folder, converted), cancellationToken) with { Path = folder };
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task SpeakAsync(BaseModel model, string? adapter, CancellationToken cancellationToken)
    {
        var options = new GenerationOptions { ContextTokens = 256, Threads = 1, MaxConcurrent = 1, TimeoutMilliseconds = 600_000 };
        using var engine = new LlamaEngine(
            LanguageModel.Load(model, options, NullLogger.Instance),
            new AdapterFolder(Path.GetDirectoryName(adapter)),
            options,
            TimeProvider.System,
            NullLogger.Instance);
        using var client = new LlamaChatClient(engine);
        await client.GetResponseAsync(
            Question,
            new LlamaChatOptions { Adapter = Path.GetFileNameWithoutExtension(adapter), MaxOutputTokens = Tokens },
            cancellationToken);
    }

    private async Task<ModelLine> RunEmbedderAsync(string model, CancellationToken cancellationToken)
    {
        OnnxOptions onnx = configuration.GetSection(OnnxOptions.Section).Get<OnnxOptions>() ?? new OnnxOptions();
        using IEmbeddingGenerator<string, Embedding<float>> embedder =
            SentenceEmbedderLoader.Load(new EmbeddingOptions { Model = model }, onnx, NullLogger.Instance)!;
        ReadOnlyMemory<float> vector = await embedder.EmbedQueryAsync(Question, cancellationToken);
        string folder = Directory.Exists(model) ? model : Path.Combine(SentenceEmbedderLoader.ShippedModelsFolder, model);
        return ModelLine.OfEmbedder(folder) with { Dimensions = vector.Length, Fingerprint = embedder.GetFingerprint()?.ToString() };
    }
}
