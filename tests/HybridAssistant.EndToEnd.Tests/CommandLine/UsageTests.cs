namespace HybridAssistant.EndToEnd.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("bogus", "bogus")]
    [InlineData("ask", "See 'hybrid ask --help'.")]
    [InlineData("eval", "Give either --cases FILE... or --selection FILE.")]
    [InlineData("eval --cases no-such-file.jsonl", "no-such-file.jsonl")]
    [InlineData("ingest no-such-folder", "no-such-folder")]
    [InlineData("index copy --from sqlite --to sqlite", "the same index")]
    [InlineData("index copy --from sqlite --to oracle", "oracle")]
    [InlineData("index prune --older-than yesterday", "yesterday")]
    [InlineData("doctor --qdrant localhost:6334", "localhost:6334")]
    [InlineData("doctor --qdrant http://127.0.0.1:1", "http://127.0.0.1:1")]
    [InlineData("doctor --qdrant http://127.0.0.1:1 --api-key-env NO_SUCH_KEY", "NO_SUCH_KEY")]
    [InlineData("doctor --api-key-env NO_SUCH_KEY", "--qdrant")]
    [InlineData("documents show no-such.pdf", "no-such.pdf")]
    [InlineData("documents remove no-such.pdf", "no-such.pdf")]
    public async Task Bad_input_ends_with_2_and_is_named(string arguments, string named)
    {
        using var workspace = new Workspace();

        CommandOutcome outcome = await workspace.RunAsync(arguments.Split(' '));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_PDFs_ends_with_2_and_is_named()
    {
        using var workspace = new Workspace();

        CommandOutcome outcome = await workspace.RunAsync("ingest", workspace.Sheets);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(workspace.Sheets, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_end_with_2_all_at_once_by_their_full_keys()
    {
        using var workspace = new Workspace();

        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["index", "info", "--data", workspace.Data],
            [("HYBRID__Onnx__Device", "tpu"), ("HYBRID__Embedding__MaxBatchSize", "0")]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Onnx:Device", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Embedding:MaxBatchSize", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_model_ends_with_1_and_says_what_there_is()
    {
        using var workspace = new Workspace();

        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["index", "info", "--data", workspace.Data], [("HYBRID__Embedding__Model", "no-such-model")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("no-such-model", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("all-MiniLM-L6-v2", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_has_help()
    {
        CommandOutcome outcome = await HybridCommand.RunAsync("--help");

        Assert.Equal(0, outcome.ExitCode);
        string[] commands = ["demo", "serve", "ingest", "documents", "ask", "search", "eval", "index", "models", "doctor"];
        Assert.All(commands, command => Assert.Contains(outcome.Lines, line => line.StartsWith(command, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_doctor_looks_at_everything_and_names_remedies()
    {
        using var workspace = new Workspace();

        CommandOutcome outcome = await workspace.RunAsync("doctor");

        string[] subjects = [".NET", "libgomp.so.1", "tesseract", "pdftocairo", "embedding model", "index", "port"];
        Assert.All(subjects, subject => Assert.Contains(outcome.Lines, line => line.Contains($"  {subject}: ", StringComparison.Ordinal)));
        Assert.Contains(outcome.Lines, line => line.StartsWith("-> hybrid ingest PATH", StringComparison.Ordinal));
    }
}
