using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using Microsoft.Extensions.Hosting;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid mcp`: the spec sheets as a server of the Model Context Protocol, over the standard streams.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var command = new Command("mcp", "Serves search, facts, comparisons and page images to an MCP client over stdin and stdout.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using IHost host = McpHost.Build(CliSettings.Build(parsed));
        await host.RunAsync(cancellationToken);
        return ExitCode.Ok;
    }
}
