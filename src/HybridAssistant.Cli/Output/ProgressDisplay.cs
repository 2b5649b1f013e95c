using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>A progress bar on a terminal; nothing in a pipe, where the lines of the work itself tell.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs some work under a bar.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">Number of steps; 0: not known.</param>
    /// <param name="work">The work; reports how many steps are done, or (done, of how many).</param>
    public static async Task<T> RunAsync<T>(string title, int total, Func<IProgress<(int Done, int Of)>, Task<T>> work)
    {
        IAnsiConsole console = StandardError();
        if (!console.Profile.Out.IsTerminal)
        {
            return await work(new SilentProgress());
        }

        return await console.Progress().AutoClear(true).HideCompleted(true).StartAsync(async context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(total, 1));
            return await work(new BarProgress(task));
        });
    }

    private static IAnsiConsole StandardError() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}
