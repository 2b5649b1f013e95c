using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index backup`: a copy of the last committed state, while the index is in use.</summary>
internal static class IndexBackupCommand
{
    private static readonly Argument<string> Target = new("FILE") { Description = "The file to write; it must not exist." };

    public static Command Create()
    {
        var command = new Command("backup", "Copies the index to a file while it is in use.") { Target };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string target = parsed.GetRequiredValue(Target);
        if (File.Exists(target))
        {
            throw new BadInputException($"The backup file '{target}' exists. Name another file, or remove this one first.");
        }

        await using var session = CliSession.Open(parsed);
        await session.Get<IKnowledgeIndex>().BackupAsync(target, cancellationToken);
        Console.WriteLine($"Copied to {target}.");
        return ExitCode.Ok;
    }
}
