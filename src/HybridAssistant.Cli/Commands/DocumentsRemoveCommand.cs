using System.CommandLine;
using HybridAssistant.Cli.Hosting;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid documents remove`: takes documents out of the index.</summary>
internal static class DocumentsRemoveCommand
{
    private static readonly Argument<string[]> Names = new("DOC")
    {
        Description = "Documents (file names).",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("remove", "Removes documents from the index.") { Names };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed);
        int code = ExitCode.Ok;
        foreach (string name in parsed.GetRequiredValue(Names))
        {
            if (await session.Get<IngestionPipeline>().RemoveAsync(name, cancellationToken))
            {
                Console.WriteLine($"{name}: removed");
                continue;
            }

            await Console.Error.WriteLineAsync($"{name}: there is no such document. 'hybrid documents list' shows what there is.");
            code = ExitCode.Usage;
        }

        return code;
    }
}
