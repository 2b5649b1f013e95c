using System.Diagnostics;
using System.Text.Json;

namespace HybridAssistant.Api.Tests.OpenAi;

/// <summary>The client of npm's package <c>openai</c> against the service, where Node.js and the package can be had.</summary>
public sealed class NpmClientTests
{
    private const string Package = "openai@7.59.0";
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_npm_client_chats_streams_lists_embeds_and_reads_errors()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("openai-npm-");
        try
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "OpenAi", "client.mjs"), Path.Combine(folder.FullName, "client.mjs"));
            (int exit, _, string error) = await RunAsync(folder, "npm", "install", Package, "--no-audit", "--no-fund", "--no-package-lock");
            Assert.SkipUnless(exit == 0, $"npm's {Package} cannot be had here: {error}");
            await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Embedding:Model", "all-MiniLM-L6-v2"));

            (exit, string output, error) = await RunAsync(folder, "node", "client.mjs", new Uri(host.Client.BaseAddress!, "/v1").AbsoluteUri, Key);

            Assert.True(exit == 0, error);
            using JsonDocument seen = JsonDocument.Parse(output);
            Check(seen.RootElement);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Check(JsonElement seen)
    {
        const string Text = "The KX-200 weighs 12.4 kg. That is 27.3 lb.";
        Assert.Equal(Text, seen.GetProperty("content").GetString());
        Assert.Equal("answered", seen.GetProperty("status").GetString());
        Assert.Equal("""{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}""", seen.GetProperty("usage").GetRawText());
        Assert.Equal("12.4", seen.GetProperty("structured").GetString());
        Assert.Equal(Text, seen.GetProperty("streamed").GetString());
        Assert.Equal("""["stop"]""", seen.GetProperty("finish").GetRawText());
        Assert.Equal("""["answered"]""", seen.GetProperty("streamedStatus").GetRawText());
        Assert.Equal(0, seen.GetProperty("streamedUsage").GetProperty("total_tokens").GetInt32());
        Assert.Equal("""["composer","all-MiniLM-L6-v2"]""", seen.GetProperty("models").GetRawText());
        Assert.Equal("[384,384]", seen.GetProperty("dimensions").GetRawText());
        Assert.Equal(1, seen.GetProperty("norm").GetDouble(), 0.001);
        Assert.Equal(("BadRequestError", "tools", "unsupported_value"), Failure(seen, "tools"));
        Assert.Equal(("NotFoundError", "model", "model_not_found"), Failure(seen, "unknownModel"));
        Assert.Equal(("AuthenticationError", null, "invalid_api_key"), Failure(seen, "wrongKey"));
    }

    private static (string? Name, string? Param, string? Code) Failure(JsonElement seen, string name)
    {
        JsonElement failure = seen.GetProperty(name);
        return (failure.GetProperty("name").GetString(), failure.GetProperty("param").GetString(), failure.GetProperty("code").GetString());
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(DirectoryInfo folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip($"There is no '{command}' here: {e.Message}");
        }

        using (process!)
        {
            Task<string> output = process!.StandardOutput.ReadToEndAsync(Cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, await output, await error);
        }
    }
}
