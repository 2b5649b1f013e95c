using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;
using HybridAssistant.Feedback;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid feedback`: what users said of answers, and how often each way of wording helped.</summary>
internal static class FeedbackCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("feedback", "Lists what users said of answers, oldest first.") { Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        IReadOnlyList<FeedbackEntry> entries = await session.Get<IFeedbackStore>().ListAsync(cancellationToken);
        if (parsed.GetValue(Json))
        {
            foreach (FeedbackEntry entry in entries)
            {
                Console.WriteLine(JsonSerializer.Serialize(entry, ContractJson.Readable.FeedbackEntry));
            }

            return ExitCode.Ok;
        }

        if (entries.Count == 0)
        {
            Console.WriteLine("There is no feedback yet. The page and the widget send it to POST /v1/feedback.");
            return ExitCode.Ok;
        }

        Write(entries);
        return ExitCode.Ok;
    }

    private static void Write(IReadOnlyList<FeedbackEntry> entries)
    {
        var table = new TextTable("received", "rating", "served by", "question", "answer", "correction");
        foreach (FeedbackEntry entry in entries)
        {
            table.Add(
                entry.ReceivedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                entry.Rating.ToString().ToLowerInvariant(),
                ServedBy(entry.Response.Served),
                Line(entry.Question),
                Line(entry.Response.Answer),
                Line(entry.Correction ?? ""));
        }

        table.Write(AnsiConsole.Console);
        foreach (IGrouping<string, FeedbackEntry> served in entries.GroupBy(entry => ServedBy(entry.Response.Served)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{served.Key}: {served.Count(entry => entry.Rating == FeedbackRating.Up)} up, {served.Count(entry => entry.Rating == FeedbackRating.Down)} down"));
        }
    }

    private static string ServedBy(Served served) =>
        string.Join(' ', new[] { served.Variant, served.Model, served.Adapter }.OfType<string>());

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
