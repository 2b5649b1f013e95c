using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.RandomModels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>A tiny model of random weights on disk, with a folder of adapters, for one test class.</summary>
public sealed class TinyModel : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tiny-model").FullName;

    public TinyModel()
    {
        Path = System.IO.Path.Combine(_folder, "tiny.gguf");
        Adapters = Directory.CreateDirectory(System.IO.Path.Combine(_folder, "adapters")).FullName;
        RandomModel.Write(Path, RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
    }

    public string Path { get; }

    public string Adapters { get; }

    /// <summary>One thread: the tests' machine has other things to do.</summary>
    public static GenerationOptions Options => new() { Threads = 1, BatchThreads = 1, ContextTokens = 1024, MaxAdapters = 2 };

    /// <summary>Room for eight prompts of an answer.</summary>
    public static GenerationOptions LongContext => new() { Threads = 1, BatchThreads = 1, ContextTokens = 16_384, TimeoutMilliseconds = 120_000 };

    public LanguageModel Load(GenerationOptions? options = null) => LanguageModel.Load(BaseModelReader.Read(Path), options ?? Options, NullLogger.Instance);

    public LlamaEngine Start(GenerationOptions? options = null, TimeProvider? time = null, ILogger? logger = null)
    {
        options ??= Options;
        return new LlamaEngine(Load(options), new AdapterFolder(Adapters), options, time ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>Writes an adapter as one that replaces another does: beside it, then in its place.</summary>
    public string WriteAdapter(string name, int seed)
    {
        string path = System.IO.Path.Combine(Adapters, name + ".gguf");
        RandomAdapter.Write(path + ".new", RandomModelShape.Tiny, rank: 4, seed, strength: 4);
        File.Move(path + ".new", path, overwrite: true);
        // Two files written within one tick of the file system's clock and of one length would be one file to whoever looks.
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(seed));
        return path;
    }

    internal static GenerationRequest Request(ImmutableArray<int> prompt, int maxTokens = 24, ITokenConstraint? constraint = null) =>
        new() { Prompt = prompt, MaxTokens = maxTokens, Constraint = constraint };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
