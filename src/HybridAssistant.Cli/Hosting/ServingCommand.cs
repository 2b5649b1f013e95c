using System.CommandLine;

namespace HybridAssistant.Cli.Hosting;

/// <summary>A command that serves until it is told to end, and then finishes what it has begun.</summary>
internal sealed class ServingCommand(string name, string description) : Command(name, description);
