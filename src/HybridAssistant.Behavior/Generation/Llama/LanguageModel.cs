using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Behavior.Generation.Models;
using LLama;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A GGUF model in memory: its weights, which any number of contexts share, and its tokenizer.</summary>
public sealed class LanguageModel : IDisposable
{
    // With fewer, llama.cpp leaves layers to the processor; no model has as many.
    private const int AllLayers = 999;

    private LanguageModel(LLamaWeights weights, BaseModel file)
    {
        Weights = weights;
        File = file;
        Name = weights.Metadata.GetValueOrDefault("general.name", System.IO.Path.GetFileNameWithoutExtension(file.Path));
    }

    /// <summary>The model's file.</summary>
    public BaseModel File { get; }

    /// <summary>The path of the model's file.</summary>
    public string Path => File.Path;

    /// <summary>What the file calls the model; without that, the file's name.</summary>
    public string Name { get; }

    /// <summary>The bytes of every token.</summary>
    public TokenVocabulary Vocabulary => File.Vocabulary.Tokens;

    internal LLamaWeights Weights { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="file">A file that was checked: llama.cpp does not survive every damaged one.</param>
    /// <param name="options">Where it runs.</param>
    /// <param name="logger">Takes what llama.cpp says, too.</param>
    /// <exception cref="LanguageModelException">llama.cpp refuses the file, or cannot run on the device.</exception>
    public static LanguageModel Load(BaseModel file, GenerationOptions options, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        bool cuda = options.Device == "cuda";
        NativeRuntime.Prepare(cuda, logger);
        if (cuda && !NativeApi.llama_supports_gpu_offload())
        {
            throw new LanguageModelException(
                "Behavior:Generation:Device is 'cuda', but this build of llama.cpp runs on the processor only or finds no device. "
                + "Build with -p:LlamaFlavor=cuda12 and install the CUDA libraries, or set the device to 'cpu'.",
                file.Path);
        }

        try
        {
            LLamaWeights weights = LLamaWeights.LoadFromFile(new ModelParams(file.Path) { GpuLayerCount = cuda ? AllLayers : 0 });
            var model = new LanguageModel(weights, file);
            Log.ModelLoaded(logger, model.Name, file.Path, options.Device, model.Vocabulary.Count);
            return model;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or LoadWeightsFailedException)
        {
            throw new LanguageModelException(
                $"llama.cpp could not load the language model '{file.Path}': {exception.Message} Its log says more; convert the model again.",
                file.Path,
                exception);
        }
    }

    /// <summary>Splits a text into tokens. Nothing in it becomes a control token: "&lt;|im_end|&gt;" is text like any other.</summary>
    public ImmutableArray<int> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tokenize(text, addBeginning: false, special: false);
    }

    /// <summary>Frees the weights, after all contexts on them.</summary>
    public void Dispose() => Weights.Dispose();

    /// <summary>Splits a text of ours into tokens, in which control tokens are meant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="addBeginning">Whether the token for the beginning of text comes first, where the model wants one.</param>
    internal ImmutableArray<int> TokenizeTemplate(string text, bool addBeginning) => Tokenize(text, addBeginning, special: true);

    private ImmutableArray<int> Tokenize(string text, bool addBeginning, bool special)
    {
        // The tokenizer is a bare pointer into the weights: they must stay for the length of the call.
        bool held = false;
        SafeLlamaModelHandle handle = Weights.NativeHandle;
        try
        {
            handle.DangerousAddRef(ref held);
            return [.. handle.Tokenize(text, addBeginning, special, Encoding.UTF8).Select(token => (int)token)];
        }
        finally
        {
            if (held)
            {
                handle.DangerousRelease();
            }
        }
    }
}
