using System.Diagnostics;

namespace HybridAssistant.EndToEnd.Tests;

/// <summary>Runs the `hybrid` command as a user does: as a process of its own.</summary>
internal static class HybridCommand
{
    /// <summary>Starts the command.</summary>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Repository.Command);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the command to its end.</summary>
    public static Task<CommandOutcome> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    /// <summary>Runs the command to its end with settings in the environment.</summary>
    public static async Task<CommandOutcome> RunAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Start(arguments, environment);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new CommandOutcome(process.ExitCode, await output, await error);
    }
}
