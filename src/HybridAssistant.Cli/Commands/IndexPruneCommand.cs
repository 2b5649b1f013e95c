using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index prune`: removes superseded revisions from the index.</summary>
internal static class IndexPruneCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be removed." };

    public static Command Create()
    {
        var command = new Command("prune", "Removes documents that a later revision superseded.") { DryRun };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed, KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid index prune"));
        IReadOnlyList<IndexedDocument> documents = await session.Get<IKnowledgeIndex>().ListAsync(cancellationToken);
        bool only = parsed.GetValue(DryRun);
        foreach (IndexedDocument old in documents.Where(document => document.SupersededBy is not null))
        {
            if (!only)
            {
                await session.Get<IngestionPipeline>().RemoveAsync(old.Document, cancellationToken);
            }

            Console.WriteLine($"{old.Document}: {(only ? "would be removed" : "removed")}, superseded by {old.SupersededBy}");
        }

        return ExitCode.Ok;
    }
}
