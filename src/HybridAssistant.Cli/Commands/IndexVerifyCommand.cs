using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index verify`: whether everything in the index is whole.</summary>
internal static class IndexVerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Checks that everything in the index is whole.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IReadOnlyList<string> faults = await session.Get<IKnowledgeIndex>().VerifyAsync(cancellationToken);
        foreach (string fault in faults)
        {
            Console.WriteLine(fault);
        }

        if (faults.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{faults.Count} faults. 'hybrid index rebuild' makes the index anew from the stored documents.");
            return ExitCode.Failed;
        }

        Console.WriteLine("The index is whole.");
        return ExitCode.Ok;
    }
}
