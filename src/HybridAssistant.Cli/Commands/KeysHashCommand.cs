using System.CommandLine;
using System.Text;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Cli.Hosting;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid keys hash`: the hash of a key, for Api:Keys:N:Hash. The key is no argument, which other users of the machine see.</summary>
internal static class KeysHashCommand
{
    public static Command Create()
    {
        var command = new Command("hash", "Reads a key from the terminal or a pipe and prints its hash for the settings.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string key = (Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellationToken) : ReadUnseen())?.Trim() ?? "";
        if (key.Length < KeyHash.MinKeyLength)
        {
            throw new BadInputException($"The key has {key.Length} characters; a key needs at least {KeyHash.MinKeyLength}. 'hybrid keys new' draws one.");
        }

        Console.WriteLine(KeyHash.Of(key));
        return ExitCode.Ok;
    }

    private static string ReadUnseen()
    {
        Console.Error.Write("Key: ");
        var key = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } pressed)
        {
            if (pressed.Key != ConsoleKey.Backspace)
            {
                key.Append(pressed.KeyChar);
            }
            else if (key.Length > 0)
            {
                key.Length--;
            }
        }

        Console.Error.WriteLine();
        return key.ToString();
    }
}
