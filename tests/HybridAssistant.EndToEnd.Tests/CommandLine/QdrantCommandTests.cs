using System.Text.Json;
using System.Text.RegularExpressions;
using HybridAssistant.QdrantDouble;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

/// <summary>The commands with their index on a Qdrant server.</summary>
public sealed partial class QdrantCommandTests : IAsyncLifetime
{
    private const string Question = "What is the maximum working pressure of the KX-200?";

    private QdrantDoubleServer? _server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => _server!.Address.ToString();

    [Fact]
    public async Task An_index_moves_to_Qdrant_and_back_and_answers_alike()
    {
        using var workspace = Workspace.WithRevisionA();
        await workspace.IngestAsync();
        string inFile = await AnswerAsync(workspace, "sqlite");

        CommandOutcome there = await RunAsync(workspace, "sqlite", "index", "copy", "--from", "sqlite", "--to", "qdrant");
        CommandOutcome again = await RunAsync(workspace, "sqlite", "index", "copy", "--from", "sqlite", "--to", "qdrant");
        string onServer = await AnswerAsync(workspace, "qdrant");
        CommandOutcome verified = await RunAsync(workspace, "qdrant", "index", "verify");
        foreach (string file in Directory.GetFiles(workspace.Data, "index.db*"))
        {
            File.Delete(file);
        }

        CommandOutcome back = await RunAsync(workspace, "qdrant", "index", "copy", "--from", "qdrant", "--to", "sqlite");

        Assert.Contains("1 documents copied, 0 were there already", there.Output, StringComparison.Ordinal);
        Assert.Contains("0 documents copied, 1 were there already", again.Output, StringComparison.Ordinal);
        Assert.Contains("1 documents copied", back.Output, StringComparison.Ordinal);
        Assert.Equal(Version(there), Version(back));
        Assert.Equal(inFile, onServer);
        Assert.Equal(inFile, await AnswerAsync(workspace, "sqlite"));
        Assert.Equal(0, verified.ExitCode);
    }

    [Fact]
    public async Task The_commands_that_write_work_on_Qdrant()
    {
        using var workspace = Workspace.WithRevisionA();
        CommandOutcome ingested = await RunAsync(workspace, "qdrant", "ingest", workspace.Sheets);
        workspace.PutRevisionB();
        CommandOutcome replaced = await RunAsync(workspace, "qdrant", "ingest", workspace.Sheets);
        CommandOutcome info = await RunAsync(workspace, "qdrant", "index", "info", "--json");
        CommandOutcome rebuilt = await RunAsync(workspace, "qdrant", "index", "rebuild");
        CommandOutcome backup = await RunAsync(workspace, "qdrant", "index", "backup", workspace.PathOf("backup/index.db"));
        CommandOutcome kept = await RunAsync(workspace, "qdrant", "index", "prune", "--older-than", "1d");
        CommandOutcome counted = await RunAsync(workspace, "qdrant", "index", "prune", "--older-than", "0s", "--dry-run");
        CommandOutcome pruned = await RunAsync(workspace, "qdrant", "index", "prune", "--older-than", "0s");
        CommandOutcome repaired = await RunAsync(workspace, "qdrant", "index", "verify", "--repair");
        CommandOutcome opened = await HybridCommand.RunAsync("index", "info", "--json", "--data", workspace.PathOf("backup"));

        Assert.All([ingested, replaced, info, rebuilt, backup, kept, counted, pruned, repaired, opened], outcome => Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error));
        Assert.Contains(" -> ", replaced.Output, StringComparison.Ordinal);
        using JsonDocument described = JsonDocument.Parse(info.Output);
        Assert.Equal($"{Address}hybrid-assistant", described.RootElement.GetProperty("location").GetString());
        using JsonDocument copied = JsonDocument.Parse(opened.Output);
        Assert.Equal(described.RootElement.GetProperty("contentVersion").GetString(), copied.RootElement.GetProperty("contentVersion").GetString());
        Assert.Equal("0 points of replaced content removed.", kept.Output.Trim());
        Assert.Matches("^[1-9][0-9]* points of replaced content would be removed.$", counted.Output.Trim());
        Assert.Equal(counted.Output.Replace("would be removed", "removed", StringComparison.Ordinal), pruned.Output);
        Assert.False(File.Exists(Path.Combine(workspace.Data, "index.db")));
    }

    [Fact]
    public async Task A_Qdrant_that_is_not_there_is_named_with_the_setting()
    {
        using var workspace = Workspace.WithRevisionA();
        await _server!.StopAsync();

        CommandOutcome outcome = await RunAsync(workspace, "qdrant", "ingest", workspace.Sheets);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"Qdrant at '{Address}' cannot be reached", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Index:Qdrant:Address", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_provider_is_refused_beside_the_faults_of_Qdrants_settings()
    {
        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["index", "info"], [("HYBRID__Index__Provider", "elastic"), ("HYBRID__Index__Qdrant__Address", "here"), ("HYBRID__Index__Qdrant__BatchPoints", "0")]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Index:Provider must be 'sqlite' or 'qdrant'", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Index:Qdrant:Address must be the address of the gRPC port, such as 'http://localhost:6334'", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Index:Qdrant:BatchPoints must be between 1 and 10000", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_checks_a_Qdrant_server_and_leaves_nothing_on_it()
    {
        CommandOutcome table = await HybridCommand.RunAsync("doctor", "--qdrant", Address);
        CommandOutcome lines = await HybridCommand.RunAsync("doctor", "--qdrant", Address, "--json");

        Assert.Equal((0, 0), (table.ExitCode, lines.ExitCode));
        Assert.Contains("rank fusion", table.Output, StringComparison.Ordinal);
        Assert.Matches("keeps ([0-9]+) of \\1 rules", table.Output);
        Assert.All(lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
        {
            using JsonDocument result = JsonDocument.Parse(line);
            Assert.True(result.RootElement.GetProperty("isKept").GetBoolean(), line);
        });
        using var client = new Qdrant.Client.QdrantClient(_server!.Address);
        Assert.Empty(await client.ListCollectionsAsync(Cancel));
    }

    [Fact]
    public async Task The_doctor_fails_on_a_Qdrant_server_that_breaks_a_rule()
    {
        _server!.Inject(new HybridAssistant.QdrantDouble.Calls.QdrantFault
        {
            Method = "Points/SetPayload",
            Status = Grpc.Core.StatusCode.Internal,
            Detail = "out of order",
            Times = int.MaxValue,
        });

        CommandOutcome outcome = await HybridCommand.RunAsync("doctor", "--qdrant", Address);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("(?m)^FAILED +set payload by filter .* Internal: out of order$", outcome.Output);
    }

    [Fact]
    public async Task The_doctor_takes_the_key_of_a_Qdrant_server_from_the_environment()
    {
        await _server!.RestartAsync(new QdrantDoubleOptions { ApiKey = "secret" }, Cancel);

        CommandOutcome without = await HybridCommand.RunAsync("doctor", "--qdrant", Address);
        CommandOutcome wrong = await HybridCommand.RunAsync(["doctor", "--qdrant", Address, "--api-key-env", "QKEY"], [("QKEY", "other")]);
        CommandOutcome right = await HybridCommand.RunAsync(["doctor", "--qdrant", Address, "--api-key-env", "QKEY"], [("QKEY", "secret")]);

        Assert.Equal((2, 2, 0), (without.ExitCode, wrong.ExitCode, right.ExitCode));
        Assert.Contains("--api-key-env", without.Error, StringComparison.Ordinal);
        Assert.Contains("refuses the API key of 'QKEY'", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", right.Output + wrong.Error, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<CommandOutcome> RunAsync(Workspace workspace, string provider, params string[] arguments) => HybridCommand.RunAsync(
        [.. arguments, "--data", workspace.Data], [("HYBRID__Index__Provider", provider), ("HYBRID__Index__Qdrant__Address", Address)]);

    private async Task<string> AnswerAsync(Workspace workspace, string provider)
    {
        CommandOutcome outcome = await RunAsync(workspace, provider, "ask", Question);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        return Duration().Replace(outcome.Output, "");
    }

    private static string Version(CommandOutcome copied) => VersionText().Match(copied.Output).Value;

    [GeneratedRegex(", [0-9]+ ms")]
    private static partial Regex Duration();

    [GeneratedRegex("[0-9a-f]{16}\\.$", RegexOptions.Multiline)]
    private static partial Regex VersionText();
}
