using LLama.Native;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A context of llama.cpp, as far as the decoding loop needs it. To be used by one thread.</summary>
internal interface IDecoder : IDisposable
{
    /// <summary>Positions of all sequences together.</summary>
    int Positions { get; }

    /// <summary>Tokens of one decode at most; more would end the process.</summary>
    int BatchTokens { get; }

    /// <summary>Decodes the tokens of a batch; of <see cref="DecodeResult.NoKvSlot"/> and errors below, nothing is kept.</summary>
    DecodeResult Decode(LLamaBatch batch);

    /// <summary>The logits after a token of the last batch; writable, and valid until the next decode.</summary>
    Span<float> Logits(int index);

    /// <summary>Lets a sequence begin with what another one holds, without copying it.</summary>
    void Fork(int from, int to);

    /// <summary>Forgets a sequence.</summary>
    void Remove(int sequence);

    /// <summary>Forgets everything.</summary>
    void Clear();
}
