using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

public sealed class IngestionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replaced_sheet_is_reported_fact_by_fact_and_answered_from()
    {
        using var workspace = Workspace.WithRevisionA();
        await workspace.IngestAsync();
        workspace.PutRevisionB();

        CommandOutcome ingested = await workspace.RunAsync("ingest", workspace.Sheets);
        CommandOutcome differed = await workspace.RunAsync("documents", "diff", "kx.pdf");
        CommandOutcome asked = await workspace.RunAsync("ask", "Maximum working pressure of the KX-250 at 120 °C?");

        const string Change = "KX-250 · Max. working pressure at 120 °C: 12 bar -> 10 bar, p. 2";
        Assert.Contains(Change, ingested.Lines);
        Assert.Contains(Change, differed.Lines);
        Assert.Contains("10 bar", asked.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_sheet_is_set_aside_with_its_reason_and_the_rest_goes_in()
    {
        using var workspace = Workspace.WithRevisionA();
        await File.WriteAllTextAsync(Path.Combine(workspace.Sheets, "broken.pdf"), "%PDF-1.7 and nothing else", Cancellation);

        CommandOutcome outcome = await workspace.RunAsync("ingest", workspace.Sheets);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Lines, line => line.StartsWith("broken.pdf: set aside: ", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.StartsWith("kx.pdf: added, 3 pages, ", StringComparison.Ordinal));
        Assert.StartsWith("1 added, 1 set aside in ", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_sheet_costs_nothing_and_a_removed_one_leaves()
    {
        using var workspace = Workspace.WithRevisionA();
        File.Copy(Repository.Sheet("gear-motors/gm-37.pdf"), Path.Combine(workspace.Sheets, "gm-37.pdf"));
        await workspace.IngestAsync();
        File.Delete(Path.Combine(workspace.Sheets, "gm-37.pdf"));

        CommandOutcome outcome = await workspace.RunAsync("ingest", workspace.Sheets, "--json");

        Assert.Equal(
            ["gm-37.pdf: removed", "kx.pdf: unchanged"],
            outcome.Lines.Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => $"{line.GetProperty("doc").GetString()}: {line.GetProperty("outcome").GetString()}").Order());
    }

    [Fact]
    public async Task A_second_writer_is_told_who_holds_the_index()
    {
        using var workspace = Workspace.WithRevisionA();
        Directory.CreateDirectory(workspace.Data);
        string index = Path.Combine(workspace.Data, "index.db");
        await using var held = new FileStream(index + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await File.WriteAllTextAsync(index + ".holder", "'hybrid serve' (process 4711)", Cancellation);

        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["ingest", workspace.Sheets, "--data", workspace.Data], [("HYBRID__Ingestion__LockTimeout", "00:00:00.2")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("'hybrid serve' (process 4711)", outcome.Error, StringComparison.Ordinal);
    }
}
