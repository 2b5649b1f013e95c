using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Behavior.Tests;

public sealed class FallbackSpeakerTests
{
    private const string Composed = "The KX-200 weighs 12 kg.";

    private static readonly SpeakingRequest Request = new(
        new Question { Message = "How heavy is the KX-200?" }, Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg")), IsRest: false);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Lets_the_composer_answer_when_the_model_takes_too_long()
    {
        Task<SpokenAnswer> speaking = Make(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        }).SpeakAsync(Request, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        SpokenAnswer answer = await speaking;

        Assert.Equal((Composed, "composer", "time-out"), (answer.Text, answer.Variant, answer.Takeover));
    }

    [Fact]
    public async Task Does_not_wait_for_a_model_that_is_slow_to_stop()
    {
        var stopped = new TaskCompletionSource<SpokenAnswer>();
        CancellationToken told = default;
        Task<SpokenAnswer> speaking = Make(cancellation =>
        {
            told = cancellation;
            return stopped.Task;
        }).SpeakAsync(Request, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        SpokenAnswer answer = await speaking;

        Assert.Equal("time-out", answer.Takeover);
        Assert.True(told.IsCancellationRequested);
    }

    [Fact]
    public async Task Lets_the_composer_answer_when_the_model_fails()
    {
        SpokenAnswer answer = await Make(_ => throw new InvalidOperationException("no memory")).SpeakAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal((Composed, "composer", "model failed"), (answer.Text, answer.Variant, answer.Takeover));
    }

    [Fact]
    public async Task Ends_when_the_caller_gives_up()
    {
        using var caller = new CancellationTokenSource();
        Task<SpokenAnswer> speaking = Make(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        }).SpeakAsync(Request, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);
    }

    private FallbackSpeaker Make(Func<CancellationToken, Task<SpokenAnswer>> speak) =>
        new(new ScriptedSpeaker(speak), new ComposerSpeaker(), TimeSpan.FromSeconds(1), _time, NullLogger.Instance);

    private sealed class ScriptedSpeaker(Func<CancellationToken, Task<SpokenAnswer>> speak) : IAnswerSpeaker
    {
        public Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default) => speak(cancellationToken);
    }
}
