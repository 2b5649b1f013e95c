using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Writes whole lines: on a terminal above whatever bar is drawn there, in a pipe as they are, never wrapped.</summary>
internal sealed class LineWriter(IAnsiConsole console)
{
    public void WriteLine(string line)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.WriteLine(line);
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(line);
        }
    }
}
