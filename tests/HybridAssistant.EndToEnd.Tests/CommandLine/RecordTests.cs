using System.Net;
using System.Text;
using System.Text.Json;
using HybridAssistant.EndToEnd.Tests.Service;

namespace HybridAssistant.EndToEnd.Tests.CommandLine;

/// <summary>What the service keeps of its users, as the command lists it.</summary>
public sealed class RecordTests : IngestedSheet
{
    private const string Question = "What is the maximum working pressure of the KX-250 at 120 °C?";
    private const string Unknown = "What does the KX-250 cost?";

    [Fact]
    public async Task Lists_feedback_that_the_service_took()
    {
        await using (var service = await RunningService.StartAsync(Workspace))
        {
            string response = (await service.AskAsync(Question)).GetRawText();
            string body = $$"""{"question":{{JsonSerializer.Serialize(Question)}},"response":{{response}},"rating":"down","correction":"10 bar"}""";
            using HttpResponseMessage received = await service.Client.PostAsync(
                "/v1/feedback", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
            Assert.Equal(HttpStatusCode.Accepted, received.StatusCode);
        }

        CommandOutcome listed = await Workspace.RunAsync("feedback");
        CommandOutcome json = await Workspace.RunAsync("feedback", "--json");

        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("composer: 0 up, 1 down", listed.Output, StringComparison.Ordinal);
        JsonElement entry = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal("down", entry.GetProperty("rating").GetString());
        Assert.Equal("10 bar", entry.GetProperty("correction").GetString());
        Assert.Equal(Question, entry.GetProperty("question").GetString());
        Assert.Equal("12", entry.GetProperty("response").GetProperty("facts")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Lists_unanswered_questions_with_the_nearest_sheet()
    {
        await using (var service = await RunningService.StartAsync(Workspace, ("HYBRID__Unanswered__Enabled", "true")))
        {
            await service.AskAsync(Unknown);
            await service.AskAsync(Question);
            // It is written beside the answer, and at the latest when the service ends.
            service.Terminate();
            Assert.Equal(0, await service.WaitForExitAsync());
        }

        CommandOutcome listed = await Workspace.RunAsync("unanswered");
        CommandOutcome json = await Workspace.RunAsync("unanswered", "--json");

        Assert.Contains("kx.pdf, p. ", listed.Output, StringComparison.Ordinal);
        JsonElement question = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal(Unknown, question.GetProperty("question").GetString());
        Assert.Equal(1, question.GetProperty("count").GetInt32());
        Assert.Equal("kx.pdf", question.GetProperty("nearestDocument").GetString());
    }

    [Theory]
    [InlineData("feedback", "There is no feedback yet.")]
    [InlineData("unanswered", "Set Unanswered:Enabled")]
    public async Task Says_where_entries_come_from_while_there_are_none(string command, string said)
    {
        CommandOutcome outcome = await Workspace.RunAsync(command);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(said, outcome.Output, StringComparison.Ordinal);
    }
}
