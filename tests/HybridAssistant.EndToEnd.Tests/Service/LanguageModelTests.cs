using System.Net.Http.Json;
using System.Text.Json;
using HybridAssistant.RandomModels;

namespace HybridAssistant.EndToEnd.Tests.Service;

public sealed class LanguageModelTests
{
    private const string Model = "HYBRID__Behavior__Model";

    // Beside other test assemblies a model of any size is slow, and two threads wait for each other.
    private static readonly (string, string)[] Unhurried =
    [
        ("HYBRID__Behavior__TimeoutMilliseconds", "120000"),
        ("HYBRID__Behavior__Generation__TimeoutMilliseconds", "120000"),
        ("HYBRID__Behavior__Generation__Threads", "1"),
        ("HYBRID__Behavior__Generation__BatchThreads", "1"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_of_RandomWeights_says_the_printed_value_over_http()
    {
        using Workspace workspace = await WithModelAsync();
        await using RunningService service = await RunningService.StartAsync(workspace, [(Model, workspace.PathOf("tiny.gguf")), .. Unhurried]);

        JsonElement answer = await service.AskAsync("What is the max. working pressure of the KX-200 at 80 °C?");

        Assert.Equal("few-shot", answer.GetProperty("served").GetProperty("variant").GetString());
        Assert.Equal("random llama of seed 1", answer.GetProperty("served").GetProperty("model").GetString());
        string text = answer.GetProperty("answer").GetString()!;
        JsonElement fact = answer.GetProperty("facts")[0];
        Assert.Contains($"{fact.GetProperty("value").GetString()} {fact.GetProperty("unit").GetString()}", text, StringComparison.Ordinal);
        Assert.Contains("KX-200", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_over_OpenAIs_interface_what_the_model_read_and_wrote()
    {
        using Workspace workspace = await WithModelAsync();
        await using RunningService service = await RunningService.StartAsync(workspace, [(Model, workspace.PathOf("tiny.gguf")), .. Unhurried]);

        JsonElement worded = await CompleteAsync(service, "tiny");
        JsonElement composed = await CompleteAsync(service, "composer");

        Assert.True(worded.GetProperty("prompt_tokens").GetInt64() > 0);
        Assert.True(worded.GetProperty("completion_tokens").GetInt64() > 0);
        Assert.Equal(0, composed.GetProperty("total_tokens").GetInt64());
    }

    [Fact]
    public async Task RandomWeights_lose_no_value_that_the_composer_says()
    {
        using Workspace workspace = await WithModelAsync();

        CommandOutcome outcome = await HybridCommand.RunAsync(
            ["eval", "--data", workspace.Data, "--cases", Repository.Cases("development/centrifugal-pumps.jsonl"), "--variant", "composer", "base", "--json"],
            [(Model, workspace.PathOf("tiny.gguf")), .. Unhurried]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        using JsonDocument reports = JsonDocument.Parse(outcome.Output);
        (JsonElement composer, JsonElement model) = (reports.RootElement[0].GetProperty("overall"), reports.RootElement[1].GetProperty("overall"));
        Assert.True(Count(model, "wordedByModel") > 0);
        Assert.True(Count(composer, "textAccuracy") > 0);
        Assert.True(Count(model, "textAccuracy") >= Count(composer, "textAccuracy"));
        Assert.Equal(0, Count(model, "ungrounded"));
        Assert.Equal(Count(composer, "citationPage"), Count(model, "citationPage"));
    }

    [Fact]
    public async Task A_damaged_model_is_named_at_start_up()
    {
        using Workspace workspace = await WithModelAsync();
        string damaged = workspace.PathOf("damaged.gguf");
        byte[] bytes = await File.ReadAllBytesAsync(workspace.PathOf("tiny.gguf"), Cancellation);
        await File.WriteAllBytesAsync(damaged, bytes[..(bytes.Length / 2)], Cancellation);

        CommandOutcome outcome = await HybridCommand.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--data", workspace.Data], [(Model, damaged)]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("damaged.gguf", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<Workspace> WithModelAsync()
    {
        Workspace workspace = Workspace.WithRevisionA();
        workspace.PutRevisionB();
        await workspace.IngestAsync();
        RandomModel.Write(workspace.PathOf("tiny.gguf"), RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
        return workspace;
    }

    private static async Task<JsonElement> CompleteAsync(RunningService service, string model)
    {
        using HttpResponseMessage response = await service.Client.PostAsJsonAsync(
            "/v1/chat/completions",
            new { model, messages = new[] { new { role = "user", content = "What is the max. working pressure of the KX-200 at 80 °C?" } } },
            Cancellation);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty("usage");
    }

    private static int Count(JsonElement scores, string name) => scores.GetProperty(name).GetProperty("count").GetInt32();
}
