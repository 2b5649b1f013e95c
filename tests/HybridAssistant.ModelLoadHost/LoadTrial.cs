using System.Runtime.CompilerServices;
using LLama;
using LLama.Abstractions;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;

namespace HybridAssistant.ModelLoadHost;

/// <summary>Loads a file with bytes changed, and decodes a token with it.</summary>
internal sealed class LoadTrial : IDisposable
{
    private readonly string _file;
    private readonly LLamaWeights? _base;

    public LoadTrial(string file, string? baseFile)
    {
        NativeLibraryConfig.All.WithCuda(false).WithVulkan(false);
        NativeLogConfig.llama_log_set((_, _) => { });
        _file = file;
        _base = baseFile is null ? null : LLamaWeights.LoadFromFile(Parameters(baseFile));
    }

    public bool Run(long position, byte[] bytes)
    {
        byte[] before = Exchange(position, bytes);
        try
        {
            if (_base is not null)
            {
                Decode(_base, Parameters(_file), _file);
                return true;
            }

            using LLamaWeights weights = LLamaWeights.LoadFromFile(Parameters(_file));
            Decode(weights, Parameters(_file), adapter: null);
            return true;
        }
        catch (Exception e) when (e is LoadWeightsFailedException or LLamaDecodeError or RuntimeError or IOException)
        {
            return false;
        }
        finally
        {
            Exchange(position, before);
        }
    }

    public void Dispose() => _base?.Dispose();

    private static ModelParams Parameters(string file) =>
        new(file) { ContextSize = 64, Threads = 1, BatchThreads = 1, GpuLayerCount = 0 };

    private static void Decode(LLamaWeights weights, IContextParams parameters, string? adapter)
    {
        using LLamaContext context = weights.CreateContext(parameters);
        if (context.NativeHandle.IsInvalid)
        {
            throw new IOException("No context could be made.");
        }

        if (adapter is not null)
        {
            LoraAdapter lora = weights.NativeHandle.LoadLoraFromFile(adapter);
            if (Pointer(lora) == 0)
            {
                throw new IOException("The adapter was refused.");
            }

            context.NativeHandle.SetLoraAdapters((lora, 1f));
        }

        var batch = new LLamaBatch();
        for (int i = 0; i < 4; i++)
        {
            batch.Add(i + 3, i, LLamaSeqId.Zero, logits: i == 3);
        }

        if (context.Decode(batch) != DecodeResult.Ok)
        {
            throw new IOException("The tokens could not be decoded.");
        }
    }

    // LLamaSharp hides it, and returns an adapter that crashes when it is used where llama.cpp gave none.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Pointer")]
    private static extern nint Pointer(LoraAdapter adapter);

    private byte[] Exchange(long position, byte[] bytes)
    {
        using FileStream stream = File.Open(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Position = position;
        var before = new byte[bytes.Length];
        stream.ReadExactly(before);
        stream.Position = position;
        stream.Write(bytes);
        return before;
    }
}
