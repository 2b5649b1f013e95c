using System.Diagnostics;

namespace HybridAssistant.EndToEnd.Tests.Samples;

/// <summary>The sample application that embeds the assistant, run from a folder that is not its own.</summary>
public sealed class EmbeddedSampleTests : IDisposable
{
    private readonly Workspace _workspace = Workspace.WithRevisionA();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Answers_from_its_own_index_in_the_folder_it_is_run_in()
    {
        DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("elsewhere-");
        try
        {
            CommandOutcome outcome = await RunAsync(elsewhere, _workspace.Sheets, "What is the maximum working pressure of the KX-250 at 120 °C?");

            Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
            Assert.StartsWith("kx.pdf: Added, ", outcome.Lines[0], StringComparison.Ordinal);
            Assert.Equal("Answered", outcome.Lines[1]);
            Assert.Contains("12 bar", outcome.Lines[2], StringComparison.Ordinal);
            Assert.StartsWith("[1] kx.pdf, page 2: ", outcome.Lines[3], StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(elsewhere.FullName, "assistant-data", "index.db")));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Says_what_it_cannot_ingest()
    {
        CommandOutcome outcome = await RunAsync(new DirectoryInfo(_workspace.Sheets), _workspace.PathOf("none"), "?");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(_workspace.PathOf("none"), outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<CommandOutcome> RunAsync(DirectoryInfo folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.EmbeddedSample, .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return new CommandOutcome(process.ExitCode, await output, await error);
    }
}
