using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using Microsoft.AspNetCore.Builder;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid serve`: the HTTP service.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen on, separated by semicolons (default: {ServerHost.DefaultUrls}).",
        HelpName = "URLS",
    };

    public static Command Create()
    {
        var command = new ServingCommand("serve", "Serves the HTTP API.") { Urls };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using WebApplication app = ServerHost.Build(CliSettings.Build(parsed), parsed.GetValue(Urls));
        await ServerHost.RunAsync(app, cancellationToken);
        return ExitCode.Ok;
    }
}
