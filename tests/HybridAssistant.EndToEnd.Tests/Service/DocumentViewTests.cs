using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>What a page shows of a document beside its PDF.</summary>
public sealed class DocumentViewTests : IngestedSheet
{
    [Fact]
    public async Task Reports_what_the_last_replacement_changed_and_says_where_there_was_none()
    {
        await using var service = await RunningService.StartAsync(Workspace);
        using HttpResponseMessage never = await service.Client.GetAsync("/v1/documents/kx.pdf/changes", Cancellation);
        using HttpResponseMessage unknown = await service.Client.GetAsync("/v1/documents/no-such.pdf/changes", Cancellation);

        Workspace.PutRevisionB();
        await Workspace.IngestAsync();
        JsonElement changes = await service.Client.GetFromJsonAsync<JsonElement>("/v1/documents/kx.pdf/changes", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
        Assert.Contains("'kx.pdf' was never replaced", await never.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains(
            changes.GetProperty("changes").EnumerateArray(), line => line.GetString()!.Contains("12 bar -> 10 bar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draws_a_page_and_names_the_pages_there_are()
    {
        await using var service = await RunningService.StartAsync(Workspace);

        byte[] png = await service.Client.GetByteArrayAsync("/v1/documents/kx.pdf/pages/2", Cancellation);
        using HttpResponseMessage beyond = await service.Client.GetAsync("/v1/documents/kx.pdf/pages/99", Cancellation);
        using HttpResponseMessage none = await service.Client.GetAsync("/v1/documents/kx.pdf/pages/first", Cancellation);

        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Contains("'kx.pdf' has the pages 1 to ", await beyond.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
