using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Documents.Isolation;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid read-worker`: reads sheets for the process that started it. People have no use for it, so help leaves it out.</summary>
internal static class ReadWorkerCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "read-worker";

    public static Command Create()
    {
        var command = new Command(Name, "Reads sheets for the process that started it.") { Hidden = true };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Stream output = Console.OpenStandardOutput();
        // Only readings may go to standard output.
        Console.SetOut(Console.Error);
        await SheetWorkerHost.RunAsync(Console.OpenStandardInput(), output, TimeProvider.System, cancellationToken);
        return ExitCode.Ok;
    }
}
