namespace HybridAssistant.Cli.Output;

/// <summary>Reports steps out of a known number.</summary>
internal sealed class StepProgress(IProgress<(int Done, int Of)> inner, int of) : IProgress<int>
{
    public void Report(int value) => inner.Report((value, of));
}
