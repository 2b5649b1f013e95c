using Spectre.Console;

namespace HybridAssistant.Cli.Tests;

/// <summary>A console that is a pipe: what a script reads.</summary>
internal sealed class PlainConsole
{
    private readonly StringWriter _text = new();

    public PlainConsole() => Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_text) });

    public IAnsiConsole Console { get; }

    public string[] Lines => _text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
