using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>`hybrid serve` as a process on a free port.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const string Announcement = "Serving on ";

    private readonly Process _process;

    private RunningService(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<RunningService> StartAsync(Workspace workspace, params (string Name, string Value)[] environment)
    {
        Process process = HybridCommand.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", workspace.Data], environment);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new RunningService(process, new Uri(line[Announcement.Length..].Split(' ')[0]));
            }
        }

        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.Dispose();
        throw new InvalidOperationException($"The service did not start: {error}");
    }

    public async Task<JsonElement> AskAsync(string question)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync(
            "/v1/chat", new { message = question }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>The next line that the process prints after it has begun to serve; null at its end.</summary>
    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>Tells the process to end, as a container's host does.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the process's own end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
