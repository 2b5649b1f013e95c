using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Opens the configured embedding model at start-up.</summary>
public static class SentenceEmbedderLoader
{
    /// <summary>Where the build puts the shipped models: beside the assembly.</summary>
    public static string ShippedModelsFolder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Opens the model; takes a fraction of a second with the shipped one.</summary>
    /// <param name="options">Which model.</param>
    /// <param name="onnx">On which device.</param>
    /// <param name="logger">Receives one line on the device, and one where CUDA was wished for in vain.</param>
    /// <param name="modelsFolder">Folder of models named without a path; null: <see cref="ShippedModelsFolder"/>.</param>
    /// <returns>The generator, safe for concurrent use and to be disposed; null where no model is configured.</returns>
    /// <exception cref="EmbeddingModelException">The model is missing, damaged or unsupported, or the device cannot be had.</exception>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>>? Load(
        EmbeddingOptions options, OnnxOptions onnx, ILogger logger, string? modelsFolder = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onnx);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        Validator.ValidateObject(onnx, new ValidationContext(onnx), validateAllProperties: true);
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            return null;
        }

        string path = ModelFolderLocator.Locate(options.Model, modelsFolder ?? ShippedModelsFolder);
        return Open(ModelFolderReader.Read(path, options.ModelFile), options, onnx, logger);
    }

    internal static SentenceEmbedder Open(ModelFolder folder, EmbeddingOptions options, OnnxOptions onnx, ILogger logger)
    {
        EmbedderFingerprint fingerprint = FingerprintCalculator.Compute(folder);
        OnnxSession session = OnnxSessionFactory.Open(folder.ModelFile, onnx, logger);
        try
        {
            var embedder = new SentenceEmbedder(folder, session, fingerprint, options);
            Log.EmbedderReady(logger, folder.Name, session.Device, session.Threads, folder.Dimensions, fingerprint.Value);
            return embedder;
        }
        catch (EmbeddingModelException)
        {
            session.Session.Dispose();
            throw;
        }
    }
}
