using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>A base model: a GGUF file whose header, tensors and vocabulary were checked. Its weights are still on disk.</summary>
public sealed class BaseModel
{
    internal BaseModel(GgufFile file, BaseModelShape shape, ModelVocabulary vocabulary, string fingerprint)
    {
        File = file;
        Shape = shape;
        Vocabulary = vocabulary;
        Fingerprint = fingerprint;
    }

    /// <summary>The file.</summary>
    public string Path => File.Path;

    /// <summary>Its bytes.</summary>
    public long Bytes => File.Length;

    /// <summary>Its measures.</summary>
    public BaseModelShape Shape { get; }

    /// <summary>Its tokens.</summary>
    public ModelVocabulary Vocabulary { get; }

    /// <summary>Tells bases apart whatever their quantisation: see <see cref="BaseFingerprint"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>How many numbers it has.</summary>
    public long Parameters => File.Tensors.Values.Sum(tensor => tensor.Count);

    /// <summary>How most of its numbers are stored, as "Q4_0".</summary>
    public string Quantization => File.Tensors.Values.GroupBy(tensor => tensor.Type).MaxBy(type => type.Sum(tensor => tensor.Count))!.Key.ToString();

    /// <summary>The template of its prompts, in Jinja; null where the file has none.</summary>
    public string? ChatTemplate => File.Find<string>("tokenizer.chat_template");

    internal GgufFile File { get; }
}
