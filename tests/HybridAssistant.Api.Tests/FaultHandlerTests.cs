using System.Net;

namespace HybridAssistant.Api.Tests;

public sealed class FaultHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_inside_is_told_to_the_log_and_not_to_the_caller()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage failed = await host.PostChatAsync("""{"message":"fail"}""");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.DoesNotContain("the inside of the service", await failed.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("the inside of the service", host.Log, StringComparison.Ordinal);
    }
}
