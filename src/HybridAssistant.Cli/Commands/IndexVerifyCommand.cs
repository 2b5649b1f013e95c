using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index verify`: whether everything in the index is whole.</summary>
internal static class IndexVerifyCommand
{
    private static readonly Option<bool> Repair = new("--repair")
    {
        Description = "Remove first what writers that were cut off left unfinished.",
    };

    public static Command Create()
    {
        var command = new Command("verify", "Checks that everything in the index is whole.") { Repair };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IKnowledgeIndex index = session.Get<IKnowledgeIndex>();
        if (parsed.GetValue(Repair))
        {
            await RepairAsync(index, cancellationToken);
        }

        string[] faults =
        [
            .. await index.VerifyAsync(cancellationToken),
            .. await session.Get<DocumentStore>().VerifyAsync(index, cancellationToken),
        ];
        foreach (string fault in faults)
        {
            Console.WriteLine(fault);
        }

        if (faults.Length > 0)
        {
            string repair = index is IGenerationalIndex && !parsed.GetValue(Repair) ? "'hybrid index verify --repair' removes what writers left unfinished; " : "";
            await Console.Error.WriteLineAsync($"{faults.Length} faults. {repair}'hybrid index rebuild' makes the index anew from the stored documents.");
            return ExitCode.Failed;
        }

        Console.WriteLine("The index is whole, and each document has its PDF.");
        return ExitCode.Ok;
    }

    private static async Task RepairAsync(IKnowledgeIndex index, CancellationToken cancellationToken)
    {
        if (index is not IGenerationalIndex generations)
        {
            Console.WriteLine("Nothing to repair: a writer that is cut off leaves nothing unfinished in this index.");
            return;
        }

        foreach (string mended in await generations.RepairAsync(cancellationToken))
        {
            Console.WriteLine(mended);
        }
    }
}
