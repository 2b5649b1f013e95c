using System.Runtime.CompilerServices;
using HybridAssistant.Behavior.Generation.Models;
using LLama.Native;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A LoRA adapter in memory. To be disposed after the contexts that it is set on: freeing one that is set ends the process.</summary>
internal sealed class LoadedAdapter : IDisposable
{
    private LoadedAdapter(LoraAdapter native) => Native = native;

    public LoraAdapter Native { get; }

    /// <summary>Loads an adapter, once it is known to fit: a bad one ends the process when it is used.</summary>
    /// <exception cref="AdapterException">The file is damaged, made for another base, or refused by llama.cpp.</exception>
    public static LoadedAdapter Load(LanguageModel model, string name, string path)
    {
        try
        {
            AdapterReader.Read(path).CheckFits(model.File);
        }
        catch (ModelFileException exception)
        {
            throw new AdapterException(exception.Message, name, exception);
        }

        // LLamaSharp's own method opens the file for writing, which a read-only volume refuses, and takes the null pointer of a
        // failed load for an adapter.
        SafeLlamaModelHandle handle = model.Weights.NativeHandle;
        nint pointer = Initialise(null, handle, path);
        if (pointer == 0)
        {
            throw new AdapterException(
                $"llama.cpp cannot use the adapter '{name}' from '{path}' with the model '{model.Path}'; its log says why. "
                + "Convert the adapter again.",
                name);
        }

        return new LoadedAdapter(Wrap(handle, path, pointer));
    }

    public void Dispose() => Native.Unload();

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "llama_adapter_lora_init")]
    private static extern nint Initialise(SafeLlamaModelHandle? type, SafeLlamaModelHandle model, string path);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern LoraAdapter Wrap(SafeLlamaModelHandle model, string path, nint pointer);
}
