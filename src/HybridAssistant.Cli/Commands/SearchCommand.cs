using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid search`: what retrieval brings, before anything is chosen.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string> Question = new("question") { Description = "The question." };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many entries to show.",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("search", "Shows what retrieval brings for a question.") { Question, Limit, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        AnsweredQuestion reply = await session.Get<IQuestionAnswerer>().AnswerAsync(
            new Question { Message = parsed.GetRequiredValue(Question) }, cancellationToken: cancellationToken);

        int rank = 0;
        foreach (ScoredEntry scored in reply.Trace.Retrieved.Take(parsed.GetValue(Limit)))
        {
            rank++;
            if (parsed.GetValue(Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(SearchLine.Of(rank, scored), CliJson.Readable.SearchLine));
                continue;
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rank,3}  {scored.Score:0.0000}  {scored.Entry.Document}, p. {scored.Entry.Page}: {EntryText.Line(scored.Entry)}"));
        }

        return ExitCode.Ok;
    }
}
