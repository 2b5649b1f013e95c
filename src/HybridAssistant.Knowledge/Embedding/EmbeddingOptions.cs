using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Which model turns text into vectors, and in what portions. Section <c>Embedding</c>.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Embedding";

    /// <summary>
    /// A shipped model by name, or the path of any sentence-transformers folder of the BERT family.
    /// Empty: no model, retrieval is lexical only. Default: <c>all-MiniLM-L6-v2</c>.
    /// </summary>
    public string Model { get; set; } = "all-MiniLM-L6-v2";

    /// <summary>
    /// The ONNX file inside the folder, relative to it, where it holds several.
    /// Empty (default): <c>onnx/model.onnx</c>, <c>model.onnx</c>, the int8 file, or the only one there is, in this order.
    /// </summary>
    public string ModelFile { get; set; } = "";

    /// <summary>
    /// Texts in one run of the model, 1 to 256. Default 8: measured, 8 to 64 are equally fast, and an int8 model, whose
    /// activations share one scale a run, agrees better with its original in small runs (docs/design).
    /// </summary>
    [Range(1, 256, ErrorMessage = "Embedding:MaxBatchSize must be between {1} and {2}.")]
    public int MaxBatchSize { get; set; } = 8;

    /// <summary>
    /// Tokens in one run of the model, padding included, 256 to 65536: bounds the memory of a run. Default 4096
    /// (about 60 MB with the shipped model).
    /// </summary>
    [Range(256, 65536, ErrorMessage = "Embedding:MaxBatchTokens must be between {1} and {2}.")]
    public int MaxBatchTokens { get; set; } = 4096;

    /// <summary>
    /// Vectors of lines that are kept on disk between ingestions, 0 to 10,000,000; 0: none. Default 100,000, which
    /// take about 200 MB; the oldest give way.
    /// </summary>
    [Range(0, 10_000_000, ErrorMessage = "Embedding:CacheEntries must be between {1} and {2}.")]
    public int CacheEntries { get; set; } = 100_000;
}
