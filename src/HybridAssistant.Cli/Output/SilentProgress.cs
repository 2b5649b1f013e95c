namespace HybridAssistant.Cli.Output;

/// <summary>Tells nobody.</summary>
internal sealed class SilentProgress : IProgress<(int Done, int Of)>
{
    public void Report((int Done, int Of) value)
    {
    }
}
