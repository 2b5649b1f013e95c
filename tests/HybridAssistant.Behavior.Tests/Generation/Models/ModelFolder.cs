using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

/// <summary>A temporary folder with model files of random weights.</summary>
internal sealed class ModelFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("models").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>A base model of two layers.</summary>
    public string WriteBase(string name = "base.gguf", int seed = 1, RandomModelShape? shape = null, SampleVocabulary? vocabulary = null)
    {
        RandomModel.Write(this[name], shape ?? RandomModelShape.Tiny, vocabulary ?? SampleVocabulary.Small, seed);
        return this[name];
    }

    /// <summary>An adapter for it.</summary>
    public string WriteAdapter(string name = "voice.gguf", int rank = 4, RandomModelShape? shape = null)
    {
        RandomAdapter.Write(this[name], shape ?? RandomModelShape.Tiny, rank, seed: 2);
        return this[name];
    }

    /// <summary>A file with other metadata; null leaves a key out.</summary>
    public string Rewrite(string path, params (string Key, object? Value)[] metadata) => Rewrite(path, file => file, metadata);

    /// <summary>A file with other tensors and metadata.</summary>
    public string Rewrite(string path, Func<GgufFile, GgufFile> change, params (string Key, object? Value)[] metadata)
    {
        string copy = this["rewritten.gguf"];
        using FileStream stream = File.Create(copy);
        GgufCopy.Prepare(change(GgufReader.Read(path)), metadata.ToDictionary(entry => entry.Key, entry => entry.Value)).Write(stream);
        return copy;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
