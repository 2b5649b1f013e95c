using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Moves a progress bar.</summary>
internal sealed class BarProgress(ProgressTask task) : IProgress<(int Done, int Of)>
{
    public void Report((int Done, int Of) value)
    {
        task.MaxValue = Math.Max(value.Of, 1);
        task.Value = value.Done;
    }
}
