using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid documents show`: what was understood of documents of the index, or of PDF files as they are.</summary>
internal static class DocumentsShowCommand
{
    private static readonly Argument<string[]> Names = new("DOC")
    {
        Description = "Documents of the index (file names), or paths of PDF files, which are read on the spot. None: all of the index.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Facts = new("--facts") { Description = "Show the facts." };

    private static readonly Option<bool> Doubtful = new("--doubtful") { Description = "With the facts too doubtful to be quoted." };

    private static readonly Option<int?> PageNumber = new("--page") { Description = "Only this page, counted from 1.", HelpName = "N" };

    private static readonly Option<string?> Png = new("--png")
    {
        Description = "Draw the page of --page with the found cells boxed into this file.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("show", "Shows what was understood of documents.") { Names, Facts, Doubtful, PageNumber, Png, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        bool withDoubtful = parsed.GetValue(Doubtful);
        if (parsed.GetValue(Png) is { } png)
        {
            await PageDrawing.WriteAsync(session, parsed.GetValue(Names) ?? [], parsed.GetValue(PageNumber), png, cancellationToken);
            return ExitCode.Ok;
        }

        await foreach (SpecSheet sheet in SheetsAsync(session, parsed.GetValue(Names) ?? [], cancellationToken))
        {
            IEnumerable<Fact> facts = sheet.Facts
                .Where(fact => withDoubtful || fact.Doubt is null)
                .Where(fact => parsed.GetValue(PageNumber) is not { } page || fact.Page == page);
            if (parsed.GetValue(Json))
            {
                foreach (Fact fact in facts)
                {
                    Console.WriteLine(JsonSerializer.Serialize(FactLine.Of(fact), CliJson.Readable.FactLine));
                }

                continue;
            }

            WriteSheet(sheet);
            if (parsed.GetValue(Facts))
            {
                foreach (Fact fact in facts)
                {
                    string doubt = fact.Doubt is { } why ? $"  [doubtful: {why}]" : "";
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  p. {fact.Page}  {EntryText.Line(fact)}{doubt}"));
                }
            }
        }

        return ExitCode.Ok;
    }

    private static async IAsyncEnumerable<SpecSheet> SheetsAsync(
        CliSession session,
        string[] names,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (names.Length == 0)
        {
            names = [.. (await session.Get<IKnowledgeIndex>().ListAsync(cancellationToken)).Select(document => document.Document)];
        }

        foreach (string name in names)
        {
            yield return File.Exists(name)
                ? await ReadAsync(session.Get<ISpecSheetReader>(), name, cancellationToken)
                : await session.Get<IKnowledgeIndex>().FindAsync(name, cancellationToken)
                    ?? throw new BadInputException($"'{name}' is neither a document of the index nor a file. 'hybrid documents list' shows what there is.");
        }
    }

    internal static async Task<SpecSheet> ReadAsync(ISpecSheetReader reader, string path, CancellationToken cancellationToken)
    {
        SheetReading reading = await reader.ReadAsync(
            Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
        return reading.Sheet ?? throw new BadInputException($"'{path}' is set aside: {reading.SetAside}");
    }

    private static void WriteSheet(SpecSheet sheet)
    {
        string revision = sheet.Revision is { } mark ? $", rev. {mark}" : "";
        int doubtful = sheet.Facts.Count(fact => fact.Doubt is not null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sheet.Document}: {sheet.Title}{revision}, {sheet.PageCount} pages, {sheet.Facts.Length} facts ({doubtful} doubtful), {sheet.Passages.Length} passages"));
        Console.WriteLine("  products: " + string.Join(", ", sheet.Products.Select(product => product.Name)));
        foreach (SheetFinding finding in sheet.Findings)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  p. {finding.Page}: {finding.Message}"));
        }
    }
}
