using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Indexing;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid documents list`: all documents with their revision and size.</summary>
internal static class DocumentsListCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("list", "Lists the documents of the index.") { Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IReadOnlyList<IndexedDocument> documents = await session.Get<IKnowledgeIndex>().ListAsync(cancellationToken);
        if (parsed.GetValue(Json))
        {
            foreach (IndexedDocument document in documents)
            {
                Console.WriteLine(JsonSerializer.Serialize(DocumentLine.Of(document), CliJson.Readable.DocumentLine));
            }

            return ExitCode.Ok;
        }

        if (documents.Count == 0)
        {
            Console.WriteLine("The index holds no documents. 'hybrid ingest PATH' reads some.");
            return ExitCode.Ok;
        }

        var table = new TextTable("document", "title", "rev", "pages", "facts", "passages", "state");
        foreach (IndexedDocument document in documents)
        {
            table.Add(
                document.Document,
                document.Title,
                document.Revision ?? "",
                Count(document.PageCount),
                Count(document.FactCount),
                Count(document.PassageCount),
                document.SupersededBy is { } later ? $"superseded by {later}" : "current");
        }

        table.Write(AnsiConsole.Console);
        return ExitCode.Ok;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
