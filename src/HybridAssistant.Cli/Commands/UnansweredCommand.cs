using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Unanswered;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid unanswered`: the questions that no sheet answers, with the nearest one, so that the missing sheet is known.</summary>
internal static class UnansweredCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("unanswered", "Lists the questions that no sheet answers, most asked first, with the nearest sheet.") { Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IReadOnlyList<UnansweredQuestion> questions = await session.Get<IUnansweredStore>().ListAsync(cancellationToken);
        if (parsed.GetValue(Json))
        {
            foreach (UnansweredQuestion question in questions)
            {
                Console.WriteLine(JsonSerializer.Serialize(question, CliJson.Readable.UnansweredQuestion));
            }

            return ExitCode.Ok;
        }

        if (questions.Count == 0)
        {
            Console.WriteLine(session.Get<IOptions<UnansweredOptions>>().Value.Enabled
                ? "No question went unanswered."
                : "Questions that find no answer are not kept. Set Unanswered:Enabled (HYBRID__Unanswered__Enabled) to true for the service.");
            return ExitCode.Ok;
        }

        var table = new TextTable("asked", "last", "question", "nearest sheet");
        foreach (UnansweredQuestion question in questions)
        {
            table.Add(
                question.Count.ToString(CultureInfo.InvariantCulture),
                question.LastAskedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                question.Question.ReplaceLineEndings(" "),
                question.NearestDocument is { } document ? string.Create(CultureInfo.InvariantCulture, $"{document}, p. {question.NearestPage}") : "none");
        }

        table.Write(AnsiConsole.Console);
        return ExitCode.Ok;
    }
}
