using System.Net;
using System.Net.Http.Headers;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>A document's PDF in parts, as viewers of large ones ask for it.</summary>
public sealed class DocumentFileTests : IngestedSheet
{
    private const string File = "/v1/documents/kx.pdf/file";

    [Fact]
    public async Task Sends_the_part_that_is_asked_for_and_lets_no_cache_keep_it_unasked()
    {
        await using var service = await RunningService.StartAsync(Workspace);
        byte[] whole = await service.Client.GetByteArrayAsync(File, Cancellation);

        using HttpResponseMessage part = await GetAsync(service, 1000, 1999);
        using HttpResponseMessage beyond = await GetAsync(service, whole.Length, whole.Length + 1);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[1000..2000], await part.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(new ContentRangeHeaderValue(1000, 1999, whole.Length), part.Content.Headers.ContentRange);
        Assert.Equal("no-cache, private", part.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task Refuses_parts_of_another_version_than_the_one_that_was_begun()
    {
        await using var service = await RunningService.StartAsync(Workspace);
        using HttpResponseMessage first = await GetAsync(service, 0, 99);
        DateTimeOffset changedAt = first.Content.Headers.LastModified!.Value;

        using HttpResponseMessage same = await GetAsync(service, 100, 199, changedAt);
        using HttpResponseMessage other = await GetAsync(service, 100, 199, changedAt.AddMinutes(-1));

        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, other.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(RunningService service, long from, long to, DateTimeOffset? unchangedSince = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, File);
        request.Headers.Range = new RangeHeaderValue(from, to);
        request.Headers.IfUnmodifiedSince = unchangedSince;
        return service.Client.SendAsync(request, Cancellation);
    }
}
