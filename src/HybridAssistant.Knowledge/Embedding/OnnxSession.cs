using Microsoft.ML.OnnxRuntime;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>An opened model and where it runs.</summary>
/// <param name="Session">The session; the holder disposes it.</param>
/// <param name="Device"><c>cpu</c> or <c>cuda:N</c>.</param>
/// <param name="Threads">Threads of one run on the CPU.</param>
internal sealed record OnnxSession(InferenceSession Session, string Device, int Threads)
{
    /// <summary>
    /// Runs beside each other when there are many texts. Two runs of one thread each have nothing to wait for between
    /// them, as two threads of one run have after every layer.
    /// </summary>
    public int ParallelRuns => Device == "cpu" ? Math.Max(1, Environment.ProcessorCount / Threads) : 1;
}
