using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Changes;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid documents diff`: the last replacement of one document, or two documents against each other.</summary>
internal static class DocumentsDiffCommand
{
    private static readonly Argument<string[]> Names = new("DOC")
    {
        Description = "One document: what its last replacement changed. Two: what differs between them.",
        Arity = new ArgumentArity(1, 2),
    };

    public static Command Create()
    {
        var command = new Command("diff", "Shows what changed, fact by fact.") { Names };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IKnowledgeIndex index = session.Get<IKnowledgeIndex>();
        string[] names = parsed.GetRequiredValue(Names);
        SpecSheet first = await FindAsync(index, names[0], cancellationToken);
        IReadOnlyList<FactChange>? changes = names.Length == 2
            ? SheetComparer.Compare(first.Facts, (await FindAsync(index, names[1], cancellationToken)).Facts)
            : (await index.FindLastChangeAsync(names[0], cancellationToken))?.Facts;

        if (changes is null)
        {
            Console.WriteLine($"{names[0]} was never replaced.");
            return ExitCode.Ok;
        }

        foreach (FactChange change in changes)
        {
            Console.WriteLine(ChangeReport.Line(change));
        }

        if (changes.Count == 0)
        {
            Console.WriteLine("No fact differs.");
        }

        return ExitCode.Ok;
    }

    private static async Task<SpecSheet> FindAsync(IKnowledgeIndex index, string name, CancellationToken cancellationToken) =>
        await index.FindAsync(name, cancellationToken)
            ?? throw new BadInputException($"There is no document '{name}'. 'hybrid documents list' shows what there is.");
}
