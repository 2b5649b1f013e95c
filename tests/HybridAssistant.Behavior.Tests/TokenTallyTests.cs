using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Upstream;
using HybridAssistant.Core.Answers;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Tests;

public sealed class TokenTallyTests
{
    private readonly TokenTally _tally = new();

    [Fact]
    public void Is_none_where_no_model_was_asked() => Assert.Equal(TokenUsage.None, _tally.Total);

    [Fact]
    public async Task Adds_up_the_replies_of_calls()
    {
        await _tally.CountAsync(Task.FromResult(Reply(100, 20)));
        await _tally.CountAsync(Task.FromResult(Reply(7, 3)));

        Assert.Equal(new TokenUsage(107, 23), _tally.Total);
    }

    [Fact]
    public async Task Is_unknown_while_a_call_that_was_given_up_goes_on()
    {
        var call = new TaskCompletionSource<ChatResponse>();
        Task counting = _tally.CountAsync(call.Task);

        TokenUsage? meanwhile = _tally.Total;
        call.SetResult(Reply(100, 20));
        await counting;

        Assert.Null(meanwhile);
        Assert.Equal(new TokenUsage(100, 20), _tally.Total);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(100, null)]
    [InlineData(null, 20)]
    [InlineData(-1, 20)]
    public async Task Stays_unknown_after_a_reply_without_a_count(int? input, int? output)
    {
        await _tally.CountAsync(Task.FromResult(Reply(100, 20)));
        await _tally.CountAsync(Task.FromResult(Reply(input, output)));

        Assert.Null(_tally.Total);
    }

    [Fact]
    public async Task Takes_a_call_that_failed_before_anything_was_read_for_none()
    {
        Exception[] unread =
        [
            new ModelBusyException("busy"),
            new ContextOverflowException(10, 20, 16),
            new UpstreamException(UpstreamFault.Status, "refused", 429),
            new UpstreamException(UpstreamFault.CircuitOpen, "resting"),
        ];

        await FailAsync(unread);

        Assert.Equal(TokenUsage.None, _tally.Total);
    }

    [Fact]
    public async Task Does_not_know_what_a_call_read_that_failed_later()
    {
        await FailAsync(new UpstreamException(UpstreamFault.TimedOut, "slow"));

        Assert.Null(_tally.Total);
    }

    private static ChatResponse Reply(int? input, int? output) =>
        new() { Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output } };

    private async Task FailAsync(params Exception[] failures)
    {
        foreach (Exception failure in failures)
        {
            Assert.Same(failure, await Record.ExceptionAsync(() => _tally.CountAsync(Task.FromException<ChatResponse>(failure))));
        }
    }
}
