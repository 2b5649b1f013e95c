using System.Text.Json;
using HybridAssistant.Contract;
using NJsonSchema;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

/// <summary>What the commands say of one ingested sheet.</summary>
public sealed class InspectionTests : IngestedSheet
{
    [Fact]
    public async Task Facts_are_one_JSON_object_a_line_in_the_names_of_the_contract()
    {
        CommandOutcome outcome = await Workspace.RunAsync("documents", "show", "--facts", "--json");

        JsonElement[] facts = [.. outcome.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        string[] names = ["doc", "page", "product", "section", "attribute", "condition", "value", "unit", "box", "confidence"];
        Assert.All(facts, fact => Assert.Equal(names, fact.EnumerateObject().Select(property => property.Name)));
        Assert.Contains(facts, fact => fact.GetProperty("product").GetString() == "KX-250"
            && fact.GetProperty("attribute").GetString() == "Rated flow"
            && fact.GetProperty("value").GetString() == "32"
            && fact.GetProperty("unit").GetString() == "m³/h");
    }

    [Fact]
    public async Task A_PDF_is_shown_without_an_index()
    {
        CommandOutcome outcome = await HybridCommand.RunAsync(
            "documents", "show", Repository.Sheet("gear-motors/gm-37.pdf"), "--data", Workspace.PathOf("empty"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("gm-37.pdf: ", outcome.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_as_JSON_validates_against_the_schema()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(AnswerSchema.Text, Cancellation);

        CommandOutcome outcome = await Workspace.RunAsync("ask", "Rated flow of the KX-250?", "--json");

        Assert.Empty(schema.Validate(outcome.Output));
        JsonElement answer = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("32", answer.GetProperty("facts")[0].GetProperty("value").GetString());
        Assert.Equal("kx.pdf", answer.GetProperty("citations")[0].GetProperty("document").GetString());
        Assert.Equal(2, answer.GetProperty("citations")[0].GetProperty("page").GetInt32());
    }

    [Fact]
    public async Task Search_brings_the_line_that_states_it()
    {
        CommandOutcome outcome = await Workspace.RunAsync("search", "Rated flow of the KX-250?", "--json", "--limit", "5");

        Assert.Contains(outcome.Lines, line => line.Contains("Rated flow: 32 m³/h", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_index_is_described_verified_saved_and_rebuilt()
    {
        string backup = Workspace.PathOf("backup.db");

        CommandOutcome info = await Workspace.RunAsync("index", "info", "--json");
        CommandOutcome verified = await Workspace.RunAsync("index", "verify");
        CommandOutcome saved = await Workspace.RunAsync("index", "backup", backup);
        CommandOutcome again = await Workspace.RunAsync("index", "backup", backup);
        CommandOutcome rebuilt = await Workspace.RunAsync("index", "rebuild");
        CommandOutcome listed = await Workspace.RunAsync("documents", "list", "--json");

        Assert.Equal(1, JsonDocument.Parse(info.Output).RootElement.GetProperty("documents").GetInt32());
        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(0, saved.ExitCode);
        Assert.True(File.Exists(backup));
        Assert.Equal(2, again.ExitCode);
        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Equal("kx.pdf", JsonDocument.Parse(Assert.Single(listed.Lines)).RootElement.GetProperty("doc").GetString());
    }

    [Fact]
    public async Task An_evaluation_reports_its_scores_as_JSON()
    {
        string cases = Workspace.PathOf("cases.jsonl");
        await File.WriteAllLinesAsync(
            cases,
            [
                """{"id":"flow","doc":"kx.pdf","page":2,"question":"Rated flow of the KX-250?","answerable":true,"values":["32 m³/h"],"unit":"m³/h","evidence":"Rated flow","kind":"value"}""",
                """{"id":"price","doc":null,"page":null,"question":"What does the KX-250 cost?","answerable":false,"values":[],"unit":null,"evidence":null,"kind":"unanswerable"}""",
            ],
            Cancellation);

        CommandOutcome outcome = await Workspace.RunAsync("eval", "--cases", cases, "--json");

        JsonElement overall = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("report").GetProperty("overall");
        Assert.Equal(1, overall.GetProperty("valueAccuracy").GetProperty("count").GetInt32());
        Assert.Equal(1, overall.GetProperty("refusalRecall").GetProperty("count").GetInt32());
        Assert.Equal(0, overall.GetProperty("ungrounded").GetProperty("count").GetInt32());
        Assert.Equal(2, overall.GetProperty("jsonValid").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Embedding_leaves_no_trace_of_a_telemetry_in_the_home_folder()
    {
        using var workspace = new Workspace();
        string home = Directory.CreateDirectory(workspace.PathOf("home")).FullName;

        // ONNX Runtime keeps quiet by itself where CI is set.
        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["search", "pressure", "--data", workspace.Data],
            [("HOME", home), ("XDG_CACHE_HOME", Path.Combine(home, "cache")), ("CI", ""), ("HYBRID__Onnx__Device", "cpu")]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain(Directory.GetFiles(home, "*", SearchOption.AllDirectories), file => file.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase));
    }
}
