using System.CommandLine;
using System.Globalization;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index prune`: removes superseded revisions, or what is kept of replaced content, from the index.</summary>
internal static class IndexPruneCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be removed." };

    private static readonly Option<TimeSpan?> OlderThan = new("--older-than")
    {
        Description = "Remove instead what the index still keeps of content that was replaced at least so long ago, for readers that were at it: 90s, 30m, 12h, 7d.",
        HelpName = "DURATION",
        CustomParser = Duration.Parse,
    };

    public static Command Create()
    {
        var command = new Command("prune", "Removes documents that a later revision superseded.") { DryRun, OlderThan };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed, KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid index prune"));
        if (parsed.GetValue(OlderThan) is { } age)
        {
            Console.WriteLine(await PruneReplacedAsync(session.Get<IKnowledgeIndex>(), age, parsed.GetValue(DryRun), cancellationToken));
            return ExitCode.Ok;
        }

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

    private static async Task<string> PruneReplacedAsync(IKnowledgeIndex index, TimeSpan age, bool isDryRun, CancellationToken cancellationToken)
    {
        if (index is not IGenerationalIndex generations)
        {
            return "Nothing to remove: this index keeps nothing of replaced content.";
        }

        long count = isDryRun
            ? await generations.CountReplacedAsync(age, cancellationToken)
            : await generations.PruneAsync(age, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{count} points of replaced content {(isDryRun ? "would be removed" : "removed")}.");
    }
}
