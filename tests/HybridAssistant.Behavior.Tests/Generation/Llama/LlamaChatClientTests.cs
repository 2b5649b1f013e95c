using System.Text;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

[Collection(LlamaCollection.Name)]
public sealed class LlamaChatClientTests(TinyModel files) : IClassFixture<TinyModel>
{
    private static readonly ChatMessage[] Messages = [new(ChatRole.System, "Answer from the facts."), new(ChatRole.User, "Which seal?")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_comes_with_usage_and_the_reason_for_its_end()
    {
        using LlamaEngine engine = files.Start();
        using var client = new LlamaChatClient(engine);
        LlamaChatOptions options = Constrained(engine, "The seal is \"ΔT ✓\".");
        ChatResponse response = await client.GetResponseAsync(Messages, options, Cancelled);
        ChatResponse again = await client.GetResponseAsync(Messages, Constrained(engine, "The seal is \"ΔT ✓\"."), Cancelled);

        Assert.Equal("The seal is \"ΔT ✓\".", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("random llama of seed 1", response.ModelId);
        Assert.Equal(ChatRole.Assistant, Assert.Single(response.Messages).Role);
        int output = engine.Model.Tokenize("The seal is \"ΔT ✓\".").Length;
        UsageDetails usage = response.Usage!;
        Assert.Equal((output, output), (usage.OutputTokenCount, (int)usage.AdditionalCounts!["ForcedTokens"]));
        Assert.Equal(usage.InputTokenCount + output, usage.TotalTokenCount);
        Assert.Equal(0, usage.CachedInputTokenCount);
        Assert.InRange(again.Usage!.CachedInputTokenCount!.Value, 1, usage.InputTokenCount!.Value - 1);
    }

    [Fact]
    public async Task A_reply_that_reaches_its_limit_says_so()
    {
        using LlamaEngine engine = files.Start();
        using var client = new LlamaChatClient(engine);
        LlamaChatOptions options = Constrained(engine, "The seal is tight.");
        options.MaxOutputTokens = 2;

        ChatResponse response = await client.GetResponseAsync(Messages, options, Cancelled);

        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(2, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task Characters_whose_bytes_come_apart_are_streamed_whole()
    {
        using LlamaEngine engine = files.Start();
        using var client = new LlamaChatClient(engine);
        var pieces = new List<string>();
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Messages, Constrained(engine, "≤ 5 K 最"), Cancelled))
        {
            pieces.Add(update.Text);
        }

        Assert.Equal("≤ 5 K 最", string.Concat(pieces));
        Assert.DoesNotContain('\uFFFD', string.Concat(pieces));
    }

    [Fact]
    public async Task A_reply_that_takes_too_long_is_told_apart_from_one_that_is_cancelled()
    {
        var time = new FakeTimeProvider();
        using LlamaEngine engine = files.Start(time: time);
        using var client = new LlamaChatClient(engine);
        using var caller = new CancellationTokenSource();

        GenerationTimeoutException late = await Assert.ThrowsAsync<GenerationTimeoutException>(
            () => client.GetResponseAsync(Messages, After(() => time.Advance(TimeSpan.FromSeconds(10))), caller.Token));
        OperationCanceledException given = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetResponseAsync(Messages, After(caller.Cancel), caller.Token));

        Assert.Equal(TimeSpan.FromSeconds(10), late.Limit);
        Assert.Equal(caller.Token, given.CancellationToken);
    }

    [Fact]
    public async Task A_reply_that_nobody_reads_on_ends()
    {
        GenerationOptions options = TinyModel.Options;
        (options.MaxConcurrent, options.MaxQueued) = (1, 0);
        using LlamaEngine engine = files.Start(options);
        using var client = new LlamaChatClient(engine);
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Messages, Endless(), Cancelled))
        {
            break;
        }

        // The place is free as soon as the loop has looked at the reply again.
        engine.Invoke(() => { });
        engine.Invoke(() => { });
        ChatResponse next = await client.GetResponseAsync(Messages, Constrained(engine, "Yes."), Cancelled);
        Assert.Equal("Yes.", next.Text);
    }

    [Fact]
    public async Task An_adapter_is_chosen_by_name()
    {
        files.WriteAdapter("acme", seed: 7);
        using LlamaEngine engine = files.Start();
        using var client = new LlamaChatClient(engine);
        ChatResponse plain = await client.GetResponseAsync(Messages, Endless(20), Cancelled);
        ChatResponse voiced = await client.GetResponseAsync(Messages, With(Endless(20), "acme"), Cancelled);

        Assert.NotEqual(plain.Text, voiced.Text);
        await Assert.ThrowsAsync<AdapterException>(() => client.GetResponseAsync(Messages, With(Endless(), "nobody"), Cancelled));
    }

    [Fact]
    public async Task What_it_cannot_do_it_says()
    {
        using LlamaEngine engine = files.Start();
        using var client = new LlamaChatClient(engine);

        await Assert.ThrowsAsync<NotSupportedException>(
            () => client.GetResponseAsync(Messages, new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] }, Cancelled));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync(Messages, new ChatOptions { StopSequences = ["."] }, Cancelled));
        await Assert.ThrowsAsync<NotSupportedException>(
            () => client.GetResponseAsync(Messages, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }, Cancelled));
    }

    [Fact]
    public void Options_keep_their_own_wishes_when_they_are_copied()
    {
        var options = new LlamaChatOptions { Adapter = "acme", SharedMessages = 2, Constraint = new ScriptedConstraint([]), Temperature = 0.5f };

        LlamaChatOptions copy = Assert.IsType<LlamaChatOptions>(options.Clone());

        Assert.Equal((options.Adapter, options.SharedMessages, options.Constraint, options.Temperature), (copy.Adapter, copy.SharedMessages, copy.Constraint, copy.Temperature));
    }

    private static LlamaChatOptions With(LlamaChatOptions options, string adapter)
    {
        options.Adapter = adapter;
        return options;
    }

    private static LlamaChatOptions Constrained(LlamaEngine engine, string text) =>
        new() { Constraint = new ScriptedConstraint([.. engine.Model.Tokenize(text).Select(token => (int?)token)]) };

    private static LlamaChatOptions Endless(int tokens = 200) => new() { Constraint = new ScriptedConstraint(new int?[tokens]), MaxOutputTokens = tokens };

    private static LlamaChatOptions After(Action first) => new()
    {
        Constraint = new ScriptedConstraint(new int?[200], allows: _ =>
        {
            first();
            return true;
        }),
    };
}
