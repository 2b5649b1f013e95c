using System.Globalization;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>The configured embedding model: opened and run once.</summary>
internal sealed class EmbeddingModelCheckup(IConfiguration configuration) : ICheckup
{
    public string Subject => "embedding model";

    public async Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        EmbeddingOptions options = configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new EmbeddingOptions();
        OnnxOptions onnx = configuration.GetSection(OnnxOptions.Section).Get<OnnxOptions>() ?? new OnnxOptions();
        try
        {
            using IEmbeddingGenerator<string, Embedding<float>>? embedder =
                SentenceEmbedderLoader.Load(options, onnx, NullLogger.Instance);
            if (embedder is null)
            {
                return CheckupResult.Limited("none is configured: retrieval is lexical only", "unset Embedding:Model (HYBRID__Embedding__Model) to use the shipped one");
            }

            ReadOnlyMemory<float> vector = await embedder.EmbedQueryAsync("working pressure", cancellationToken);
            return CheckupResult.Sound(string.Create(CultureInfo.InvariantCulture, $"{options.Model}, {vector.Length} dimensions, runs"));
        }
        catch (EmbeddingModelException e)
        {
            return CheckupResult.Broken(e.Message, "hybrid models list");
        }
        catch (TypeInitializationException e)
        {
            return CheckupResult.Broken($"ONNX Runtime does not load: {e.InnerException?.Message ?? e.Message}", "apt-get install -y --no-install-recommends libgomp1 libstdc++6");
        }
    }
}
