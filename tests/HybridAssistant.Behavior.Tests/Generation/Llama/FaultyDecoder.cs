using HybridAssistant.Behavior.Generation.Llama;
using LLama.Native;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>A real context of which chosen decodes fail.</summary>
internal sealed class FaultyDecoder(IDecoder inner, Func<int, DecodeResult> fault) : IDecoder
{
    private int _decodes;

    public int Positions => inner.Positions;

    public int BatchTokens => inner.BatchTokens;

    public DecodeResult Decode(LLamaBatch batch) => fault(_decodes++) is var result and not DecodeResult.Ok ? result : inner.Decode(batch);

    public Span<float> Logits(int index) => inner.Logits(index);

    public void Fork(int from, int to) => inner.Fork(from, to);

    public void Remove(int sequence) => inner.Remove(sequence);

    public void Clear() => inner.Clear();

    public void Dispose() => inner.Dispose();
}
