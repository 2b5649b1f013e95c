using System.ComponentModel;
using System.Diagnostics;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>The `dotnet` command as a developer types it.</summary>
internal static class DotnetSdk
{
    private static string Command => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Whether there is an SDK, which a machine that only runs .NET lacks.</summary>
    public static async Task<bool> IsThereAsync()
    {
        try
        {
            return (await RunAsync(Repository.Root, "--list-sdks")).Lines.Length > 0;
        }
        catch (Win32Exception)
        {
            // No such command, not even a runtime's.
            return false;
        }
    }

    /// <summary>Runs `dotnet` in a folder to its end.</summary>
    public static Task<CommandOutcome> RunAsync(string folder, params string[] arguments) => RunAsync(Command, folder, arguments, []);

    /// <summary>Runs a program in a folder to its end with settings in the environment.</summary>
    public static async Task<CommandOutcome> RunAsync(
        string program, string folder, string[] arguments, (string Name, string Value)[] environment)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // `dotnet test` leaves where its own SDK lies to its children, which may take another in a foreign folder.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // No process is to wait for the next build when the test is over.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new CommandOutcome(process.ExitCode, await output, await error);
    }
}
