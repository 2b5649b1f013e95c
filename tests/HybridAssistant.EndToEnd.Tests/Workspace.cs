namespace HybridAssistant.EndToEnd.Tests;

/// <summary>A folder of its own with sheets to ingest and a data folder.</summary>
internal sealed class Workspace : IDisposable
{
    private const string KxRevisionA = "centrifugal-pumps/kx-series-rev-a.pdf";
    private const string KxRevisionB = "centrifugal-pumps/kx-series-rev-b.pdf";

    private readonly string _folder = Directory.CreateTempSubdirectory("hybrid-").FullName;

    public Workspace() => Directory.CreateDirectory(Sheets);

    public string Sheets => Path.Combine(_folder, "sheets");

    public string Data => Path.Combine(_folder, "data");

    /// <summary>A workspace with one sheet, revision A of the KX pumps, as kx.pdf.</summary>
    public static Workspace WithRevisionA()
    {
        var workspace = new Workspace();
        workspace.PutSheet(KxRevisionA, "kx.pdf");
        return workspace;
    }

    /// <summary>Replaces revision A by revision B under the same name.</summary>
    public void PutRevisionB() => PutSheet(KxRevisionB, "kx.pdf");

    public string PathOf(string name) => Path.Combine(_folder, name);

    public Task<CommandOutcome> RunAsync(params string[] arguments) => HybridCommand.RunAsync([.. arguments, "--data", Data]);

    public async Task IngestAsync()
    {
        CommandOutcome outcome = await RunAsync("ingest", Sheets);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Puts a sheet of the corpus under a name.</summary>
    public void PutSheet(string sheet, string name)
    {
        // Beside the target and renamed, as an editor or a sync tool replaces a file.
        string incoming = Path.Combine(_folder, "incoming.pdf");
        File.Copy(Repository.Sheet(sheet), incoming);
        File.Move(incoming, Path.Combine(Sheets, name), overwrite: true);
    }
}
