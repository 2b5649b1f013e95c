using System.CommandLine;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Contract;
using HybridAssistant.Core.Questions;
using HybridAssistant.Ingestion;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid demo`: the sample corpus from PDF to answers, then the service.</summary>
internal static class DemoCommand
{
    private const string DataFolder = "data/demo";

    private static readonly Option<bool> Once = new("--once") { Description = "End after the answers instead of serving." };

    private static readonly Option<string?> Corpus = new("--corpus")
    {
        Description = "Folder with 'sheets' and 'demo-questions.txt' (default: the repository's corpus).",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen on (default: {ServerHost.DefaultUrls}).",
        HelpName = "URLS",
    };

    public static Command Create()
    {
        var command = new ServingCommand("demo", "Ingests the sample corpus, asks a few questions, then serves.") { Once, Corpus, Urls };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string corpus = parsed.GetValue(Corpus) ?? FindCorpus();
        IConfiguration configuration = CliSettings.Build(
            parsed,
            KeyValuePair.Create(nameof(HybridAssistantOptions.Data), (string?)DataFolder),
            KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid demo"));
        await using WebApplication app = ServerHost.Build(configuration, parsed.GetValue(Urls));

        // [1] PDFs into the index; a sheet that is set aside is said and does not end the demonstration.
        IngestionPipeline pipeline = app.Services.GetRequiredService<IngestionPipeline>();
        var text = new IngestionText(new LineWriter(AnsiConsole.Console), json: false);
        IngestionReport report = await IngestionDisplay.RunAsync(
            progress => pipeline.IngestAsync([Path.Combine(corpus, "sheets")], progress, cancellationToken), text);
        text.WriteSummary(report);

        // [2] questions
        IQuestionAnswerer answerer = app.Services.GetRequiredService<IQuestionAnswerer>();
        await foreach (string question in File.ReadLinesAsync(Path.Combine(corpus, "demo-questions.txt"), cancellationToken))
        {
            AnsweredQuestion reply = await answerer.AnswerAsync(new Question { Message = question }, cancellationToken: cancellationToken);
            Console.WriteLine();
            Console.WriteLine($"> {question}");
            Console.WriteLine(JsonSerializer.Serialize(ChatResponse.Of(reply.Answer), ContractJson.Indented.ChatResponse));
        }

        // [3] the service
        if (!parsed.GetValue(Once))
        {
            Console.WriteLine();
            await ServerHost.RunAsync(app, cancellationToken);
        }

        return ExitCode.Ok;
    }

    private static string FindCorpus()
    {
        string[] starts = [Directory.GetCurrentDirectory(), AppContext.BaseDirectory];
        foreach (string start in starts)
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string corpus = Path.Combine(folder.FullName, "corpus");
                if (Directory.Exists(Path.Combine(corpus, "sheets")))
                {
                    return corpus;
                }
            }
        }

        throw new BadInputException(
            $"There is no folder 'corpus' with 'sheets' above '{starts[0]}' or '{starts[1]}'. Name one with --corpus DIR.");
    }
}
