using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class QdrantVersionTests
{
    [Theory]
    [InlineData("1.15.5", true, false)]
    [InlineData("1.16.0", false, false)]
    [InlineData("1.19.2-dev", false, false)]
    [InlineData("v1.20.0", false, true)]
    [InlineData("2.0.0", false, true)]
    [InlineData("0.99.0", true, false)]
    public void A_version_is_too_old_supported_or_untried(string text, bool isTooOld, bool isUntried)
    {
        QdrantVersion version = QdrantVersion.TryParse(text)!;

        Assert.Equal((isTooOld, isUntried), (version.IsTooOld, version.IsUntried));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nginx")]
    [InlineData("1")]
    [InlineData("1.x.0")]
    public void What_is_no_version_is_told(string text) => Assert.Null(QdrantVersion.TryParse(text));
}
