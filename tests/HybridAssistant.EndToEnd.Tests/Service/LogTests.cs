using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.Service;

public sealed class LogTests : IngestedSheet
{
    [Fact]
    public async Task Lines_are_JSON_where_that_is_set_and_hold_nothing_that_was_said()
    {
        await using var service = await RunningService.StartAsync(
            Workspace, ("HYBRID__Logging__Requests", "true"), ("HYBRID__Logging__Console__FormatterName", "json"));

        JsonElement answer = await service.AskAsync("What is the maximum working pressure of the KX-250 at 120 °C?");
        string? printed = await service.ReadLineAsync();

        Assert.NotNull(printed);
        JsonElement line = JsonSerializer.Deserialize<JsonElement>(printed);
        Assert.Equal(answer.GetProperty("id").GetString(), line.GetProperty("State").GetProperty("Id").GetString());
        Assert.DoesNotContain("pressure", printed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bar", printed, StringComparison.OrdinalIgnoreCase);
    }
}
