using System.CommandLine;
using System.Security.Cryptography;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Cli.Hosting;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid keys new`: draws a key at random.</summary>
internal static class KeysNewCommand
{
    private const int KeyBytes = 24; // 192 bits, as many hexadecimal digits as fit a line

    private static readonly Option<ApiRole> Role = new("--role")
    {
        Description = "What its bearer may do: read, ingest (and upload), admin (and remove).",
        DefaultValueFactory = _ => ApiRole.Read,
    };

    public static Command Create()
    {
        var command = new Command("new", "Draws a key and prints it once, with the settings that let it in.") { Role };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        Console.WriteLine(key);
        Console.WriteLine();
        Console.WriteLine($"HYBRID__Api__Keys__0__Hash={KeyHash.Of(key)}");
        Console.WriteLine($"HYBRID__Api__Keys__0__Role={parsed.GetValue(Role).ToString().ToLowerInvariant()}");
        return ExitCode.Ok;
    }
}
