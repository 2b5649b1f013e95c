using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class QdrantConnectionTests
{
    [Theory]
    [InlineData("http://qdrant.example:6334", true)]
    [InlineData("http://10.0.0.7:6334", true)]
    [InlineData("https://qdrant.example:6334", false)]
    [InlineData("http://localhost:6334", false)]
    [InlineData("http://127.0.0.1:6334", false)]
    [InlineData("http://[::1]:6334", false)]
    public void A_key_is_never_sent_in_clear_text_to_another_machine(string address, bool isRefused)
    {
        KnowledgeIndexException? refused = null;
        try
        {
            Open(new QdrantOptions { Address = address, ApiKey = "secret" }).Dispose();
        }
        catch (KnowledgeIndexException exception)
        {
            refused = exception;
        }

        Assert.Equal(isRefused, refused is not null);
        Assert.True(refused is null || refused.Message.Contains(address, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", refused?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_the_setting_is_named()
    {
        // Port 1 of the loopback: nothing listens there.
        using QdrantConnection connection = Open(new QdrantOptions { Address = "http://127.0.0.1:1", Attempts = 2 });

        KnowledgeIndexException unreachable = await Assert.ThrowsAsync<KnowledgeIndexException>(
            () => connection.GetVersionAsync(TestContext.Current.CancellationToken));

        Assert.Contains("'http://127.0.0.1:1' cannot be reached", unreachable.Message, StringComparison.Ordinal);
        Assert.Contains("Index:Qdrant:Address", unreachable.Message, StringComparison.Ordinal);
    }

    private static QdrantConnection Open(QdrantOptions options) => QdrantConnection.Open(options, TimeProvider.System, NullLogger.Instance, seed: 1);
}
