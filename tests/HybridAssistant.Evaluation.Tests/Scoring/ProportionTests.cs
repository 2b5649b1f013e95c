using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Tests.Scoring;

public sealed class ProportionTests
{
    [Fact]
    public void Gives_the_wilson_interval_of_a_small_set()
    {
        var share = new Proportion(11, 13);

        Assert.Equal(0.846, share.Share!.Value, 3);
        Assert.Equal(0.578, share.Low!.Value, 3);
        Assert.Equal(0.957, share.High!.Value, 3);
    }

    [Fact]
    public void Knows_no_share_of_nothing()
    {
        var share = new Proportion(0, 0);

        Assert.Null(share.Share);
        Assert.Null(share.Low);
        Assert.Null(share.High);
    }
}
