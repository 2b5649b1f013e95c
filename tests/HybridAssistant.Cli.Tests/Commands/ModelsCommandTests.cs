using System.Diagnostics;
using System.Text.Json;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Cli.Tests.Commands;

/// <summary>`hybrid models` as a user runs it: as a process of its own.</summary>
public sealed class ModelsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models-command").FullName;
    private readonly string _base;
    private readonly string _adapter;

    public ModelsCommandTests()
    {
        _base = Path.Combine(_folder, "small.gguf");
        _adapter = Path.Combine(_folder, "brand.gguf");
        RandomModel.Write(_base, RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
        RandomAdapter.Write(_adapter, RandomModelShape.Tiny, rank: 4, seed: 2);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Imports_a_base_and_an_adapter_and_lists_and_runs_them()
    {
        Outcome first = await RunAsync("import", _base);
        Outcome second = await RunAsync("import", _adapter, "--name", "brand-voice", "--base", "small");
        Outcome list = await RunAsync("list", "--json");
        Outcome verify = await RunAsync("verify", "small", "brand-voice");

        Assert.Equal(0, first.Code);
        Assert.StartsWith($"Imported small to {Path.Combine(_folder, "data", "models", "small.gguf")}: base, llama, 0.2 M parameters in F32,", first.Output);
        Assert.Equal(0, second.Code);
        JsonElement[] lines = [.. list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["brand-voice", "small", "all-MiniLM-L6-v2"], lines.Select(line => line.GetProperty("name").GetString()!));
        Assert.Equal(["adapter", "base", "embedder"], lines.Select(line => line.GetProperty("kind").GetString()!));
        Assert.Equal(lines[1].GetProperty("baseFingerprint").GetString(), lines[0].GetProperty("baseFingerprint").GetString());
        Assert.Equal("", verify.Error);
        Assert.Equal(0, verify.Code);
        Assert.Contains("small: whole, llama, 0.2 M parameters in F32", verify.Output);
        Assert.Contains("brand-voice: whole, llama, rank 4 on attn_q, attn_k, attn_v, attn_output, for the base", verify.Output);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_as_bad_input()
    {
        await using (FileStream stream = File.OpenWrite(_base))
        {
            stream.SetLength(1000);
        }

        Outcome import = await RunAsync("import", _base);
        Outcome verify = await RunAsync("verify", _base);

        Assert.Equal(2, import.Code);
        Assert.Contains($"The model file '{_base}' cannot be used: it ", import.Error);
        Assert.Equal("", import.Output);
        Assert.Equal(1, verify.Code);
        Assert.Contains($"The model file '{_base}' cannot be used: it ", verify.Error);
    }

    [Fact]
    public async Task An_adapter_of_another_base_is_refused()
    {
        string wider = Path.Combine(_folder, "wider.gguf");
        RandomAdapter.Write(wider, RandomModelShape.Tiny with { Width = 128, Heads = 8 }, rank: 4, seed: 2);

        Outcome import = await RunAsync("import", wider, "--base", _base);
        Outcome verify = await RunAsync("verify", wider, "--base", _base);

        Assert.Equal(2, import.Code);
        Assert.Contains("it changes 'blk.0.attn_q.weight' of [128, 128]", import.Error);
        Assert.Equal(1, verify.Code);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data", "models")) && Directory.EnumerateFiles(Path.Combine(_folder, "data", "models")).Any());
    }

    [Fact]
    public async Task A_PEFT_folder_needs_to_know_its_base()
    {
        string peft = Directory.CreateDirectory(Path.Combine(_folder, "peft")).FullName;
        await File.WriteAllTextAsync(Path.Combine(peft, "adapter_config.json"), "{}", TestContext.Current.CancellationToken);

        Outcome import = await RunAsync("import", peft);

        Assert.Equal(2, import.Code);
        Assert.Contains("Name it with --base.", import.Error);
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        Outcome verify = await RunAsync("verify", "no-such-model", "--json");

        Assert.Equal(1, verify.Code);
        JsonElement line = JsonDocument.Parse(verify.Output).RootElement;
        Assert.Equal("unusable", line.GetProperty("kind").GetString());
        Assert.Equal("missing", line.GetProperty("fault").GetString());
    }

    private async Task<Outcome> RunAsync(params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "hybrid.dll"), "models", .. arguments, "--data", Path.Combine(_folder, "data")])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Outcome(process.ExitCode, await output, await error);
    }

    private sealed record Outcome(int Code, string Output, string Error);
}
