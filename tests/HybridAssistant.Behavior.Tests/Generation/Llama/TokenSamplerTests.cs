using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

public sealed class TokenSamplerTests
{
    private static readonly float[] Logits = [0.5f, 3, -2, 2.5f, float.NegativeInfinity, 1];

    [Fact]
    public void Greedy_takes_the_likeliest() => Assert.Equal(1, new TokenSampler(SamplingSettings.Greedy).Next(Logits.ToArray(), null));

    [Fact]
    public void A_token_that_the_exact_test_refuses_gives_way_to_the_next_likeliest()
    {
        var constraint = new ScriptedConstraint([null], allows: token => token is not (1 or 3));

        Assert.Equal(5, new TokenSampler(SamplingSettings.Greedy).Next(Logits.ToArray(), constraint));
    }

    [Theory]
    [InlineData(2, 1f, new[] { 1, 3 })]
    [InlineData(3, 1f, new[] { 1, 3, 5 })]
    [InlineData(40, 1f, new[] { 0, 1, 2, 3, 5 })]
    [InlineData(40, 0.3f, new[] { 1 })]
    [InlineData(40, 0.8f, new[] { 1, 3 })]
    public void Top_k_and_top_p_bound_what_is_drawn(int topK, float topP, int[] expected)
    {
        var sampler = new TokenSampler(new SamplingSettings(1, topK, topP, Seed: 1));

        int[] drawn = [.. Enumerable.Range(0, 2_000).Select(_ => sampler.Next(Logits.ToArray(), null)).Distinct().Order()];

        Assert.Equal(expected, drawn);
    }

    [Fact]
    public void Tokens_are_drawn_as_often_as_they_are_likely()
    {
        var sampler = new TokenSampler(new SamplingSettings(0.5f, 40, 1, Seed: 1));

        int drawn = Enumerable.Range(0, 10_000).Count(_ => sampler.Next(Logits.ToArray(), null) == 1);

        double likelihood = Math.Exp(6) / new[] { 1, 6, -4, 5, 2 }.Sum(logit => Math.Exp(logit));
        Assert.InRange(drawn / 10_000.0, likelihood - 0.02, likelihood + 0.02);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    public void No_token_at_all_is_an_error(float temperature)
    {
        var sampler = new TokenSampler(new SamplingSettings(temperature, 40, 1, Seed: 1));

        Assert.Throws<ConstraintFailedException>(() => sampler.Next(Logits.ToArray(), new ScriptedConstraint([null], allows: _ => false)));
    }

    [Fact]
    public void Logits_that_are_no_numbers_are_an_error() => Assert.Throws<ConstraintFailedException>(
        () => new TokenSampler(SamplingSettings.Greedy).Next(new[] { 1, float.NaN, 2 }, null));
}
