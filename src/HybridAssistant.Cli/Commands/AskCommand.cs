using System.CommandLine;
using System.Text.Json;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Contract;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid ask`: one question, one answer.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> Question = new("question") { Description = "The question." };

    private static readonly Option<string?> Product = new("--product") { Description = "Answer for this product only." };

    private static readonly Option<string?> Document = new("--document") { Description = "Answer from this document only (file name)." };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("ask", "Answers a question from the index.") { Question, Product, Document, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string message = parsed.GetRequiredValue(Question);
        if (string.IsNullOrWhiteSpace(message))
        {
            throw new BadInputException("The question is empty.");
        }

        await using var session = CliSession.Open(parsed);
        AnsweredQuestion reply = await session.Get<IQuestionAnswerer>().AnswerAsync(
            new Question
            {
                Message = message,
                ProductFilter = parsed.GetValue(Product),
                DocumentFilter = parsed.GetValue(Document),
            },
            cancellationToken: cancellationToken);

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(ChatResponse.Of(reply.Answer), ContractJson.Indented.ChatResponse));
        }
        else
        {
            AnswerText.Write(Console.Out, reply.Answer);
        }

        return ExitCode.Ok;
    }
}
