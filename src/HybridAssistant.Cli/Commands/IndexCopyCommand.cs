using System.CommandLine;
using System.Globalization;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Indexing;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Copying;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index copy`: the index of one kind into one of another kind, with its vectors.</summary>
internal static class IndexCopyCommand
{
    private static readonly Option<string> From = Provider("--from", "The index to copy: sqlite (of the data folder) or qdrant (of Index:Qdrant).");
    private static readonly Option<string> To = Provider("--to", "The index to copy into: sqlite or qdrant.");

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Remove documents that only the index to copy into has. Without, they are refused.",
    };

    public static Command Create()
    {
        var command = new Command("copy", "Copies the index without reading or embedding anything again; a copy that was cut off goes on where it was.")
        {
            From, To, Replace,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IndexProvider from = Read(parsed, From);
        IndexProvider to = Read(parsed, To);
        if (from == to)
        {
            throw new BadInputException("--from and --to name the same index.");
        }

        await using var session = CliSession.Open(parsed);
        KnowledgeIndexes indexes = session.Get<KnowledgeIndexes>();
        // Vectors are taken as they are: no model is needed, and none is compared.
        await using IKnowledgeIndex source = indexes.Open(from, embedderFingerprint: null);
        await using IKnowledgeIndex target = indexes.Open(to, embedderFingerprint: null);
        IndexCopyReport report = await ProgressDisplay.RunAsync("copying", 0, bar => new IndexCopy(source, target)
            .RunAsync(parsed.GetValue(Replace), new CopyProgress(bar), cancellationToken));
        string location = (await target.GetInfoAsync(cancellationToken)).Location;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Copied} documents copied, {report.AlreadyThere} were there already, {report.Removed} removed. {location} has the version {report.Version}."));
        return ExitCode.Ok;
    }

    private static Option<string> Provider(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, Required = true };
        option.AcceptOnlyFromAmong("sqlite", "qdrant");
        return option;
    }

    private static IndexProvider Read(ParseResult parsed, Option<string> option) =>
        Enum.Parse<IndexProvider>(parsed.GetRequiredValue(option), ignoreCase: true);

    private sealed class CopyProgress(IProgress<(int Done, int Of)> inner) : IProgress<IndexCopyProgress>
    {
        public void Report(IndexCopyProgress value) => inner.Report((value.Done, value.Total));
    }
}
