using System.Diagnostics;
using System.Net;
using HybridAssistant.EndToEnd.Tests.Service;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

public sealed class KeysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_key_opens_a_service_by_the_settings_printed_with_it()
    {
        using var workspace = new Workspace();
        CommandOutcome drawn = await workspace.RunAsync("keys", "new", "--role", "ingest");
        string[] lines = drawn.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        await using var service = await RunningService.StartAsync(
            workspace, [.. lines[1..].Select(line => (line.Split('=')[0], line.Split('=')[1]))]);
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", lines[0]);
        using HttpResponseMessage read = await service.Client.GetAsync("/v1/documents", Cancellation);
        using HttpResponseMessage remove = await service.Client.DeleteAsync("/v1/documents/kx.pdf", Cancellation);

        Assert.Equal(0, drawn.ExitCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, remove.StatusCode);
    }

    [Fact]
    public async Task Hashes_a_key_from_a_pipe_and_refuses_a_short_one()
    {
        (int code, string hash) = await HashAsync("a-key-of-some-length");
        (int refused, _) = await HashAsync("short");

        Assert.Equal(0, code);
        Assert.Equal("sha256:7602afe257e4bd460fcbc16b78c16d0822834244638fbee1d489cdaed5b179d3", hash.Trim());
        Assert.Equal(2, refused);
    }

    private static async Task<(int ExitCode, string Output)> HashAsync(string key)
    {
        using Process process = HybridCommand.Start(["keys", "hash"]);
        await process.StandardInput.WriteLineAsync(key);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output);
    }
}
