using System.CommandLine;
using System.CommandLine.Parsing;
using System.ComponentModel.DataAnnotations;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Records;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Cli.Hosting;

/// <summary>Runs the command line: exit codes, and errors as sentences instead of stack traces.</summary>
internal static class CommandLineRunner
{
    /// <summary>Parses and runs.</summary>
    /// <returns>An exit code of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"See '{CommandPath(parsed)} --help'.");
            return ExitCode.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            if (parsed.CommandResult.Command is ServingCommand)
            {
                // The host ends by itself, once it has finished what it streams.
                invocation.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
            }

            return await parsed.InvokeAsync(invocation);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The outermost edge: whatever it was, the user gets a sentence and the script its exit code.
            await Console.Error.WriteLineAsync(Describe(e));
            return ExitCodeOf(e);
        }
    }

    private static int ExitCodeOf(Exception e) => e switch
    {
        BadInputException or CaseFormatException or IngestionPathException or ModelFileException => ExitCode.Usage,
        OptionsValidationException or ValidationException or InvalidDataException => ExitCode.Usage,
        InvalidOperationException when IsUnreadableSetting(e) => ExitCode.Usage,
        AggregateException all when all.Flatten().InnerExceptions.All(one => one is OptionsValidationException) => ExitCode.Usage,
        _ => ExitCode.Failed,
    };

    private static string Describe(Exception e) => e switch
    {
        OptionsValidationException options => Describe([options]),
        AggregateException all => all.Flatten().InnerExceptions is var inner && inner.All(one => one is OptionsValidationException)
            ? Describe(inner.Cast<OptionsValidationException>())
            : string.Join(Environment.NewLine, inner.Select(Describe)),
        BadInputException or CaseFormatException or IngestionPathException or ValidationException or InvalidDataException => e.Message,
        KnowledgeException or KnowledgeIndexException or RecordFileException or GenerationException or IOException or UnauthorizedAccessException => e.Message,
        InvalidOperationException when IsUnreadableSetting(e) => $"The settings are invalid:{Environment.NewLine}  {e.Message}",
        _ => $"hybrid failed unexpectedly ({e.GetType().Name}): {e.Message}",
    };

    private static string Describe(IEnumerable<OptionsValidationException> invalid) =>
        string.Join(Environment.NewLine, invalid.SelectMany(one => one.Failures).Select(Rule).Prepend("The settings are invalid:"));

    // A word where a number, or one of a few words, belongs. The message has the value and the full key.
    private static bool IsUnreadableSetting(Exception e) => e.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal);

    // The framework wraps the rule's own sentence, which has the full key, into one with names of types, and ends it with '.
    private static string Rule(string failure)
    {
        const string Wrapping = "with the error: '";
        int start = failure.IndexOf(Wrapping, StringComparison.Ordinal);
        return "  " + (start < 0 ? failure : failure[(start + Wrapping.Length)..^2].TrimEnd('.'));
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', names.Prepend("hybrid"));
    }
}
