using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

[Collection(LlamaCollection.Name)]
public sealed class LlamaEngineTests(TinyModel files) : IClassFixture<TinyModel>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_callers_at_once_are_all_answered()
    {
        using LlamaEngine engine = files.Start();

        int[][] replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => TokensAsync(engine.Start(TinyModel.Request([300 + i, 400, 500], constraint: new ScriptedConstraint(new int?[24])), Cancelled)),
            Cancelled)));

        Assert.All(replies, reply => Assert.Equal(24, reply.Length));
    }

    [Fact]
    public async Task Beyond_the_queue_the_model_says_that_it_is_busy()
    {
        GenerationOptions options = TinyModel.Options;
        (options.MaxConcurrent, options.MaxQueued) = (1, 2);
        using LlamaEngine engine = files.Start(options);
        var gate = new ManualResetEventSlim();
        ReplyStream[] accepted = [.. Enumerable.Range(0, 3).Select(_ => engine.Start(Held(gate), Cancelled))];

        ModelBusyException busy = Assert.Throws<ModelBusyException>(() => engine.Start(TinyModel.Request([300]), Cancelled));

        Assert.Contains("Behavior:Generation:MaxQueued", busy.Message, StringComparison.Ordinal);
        gate.Set();
        foreach (ReplyStream generation in accepted)
        {
            Assert.Equal(2, (await TokensAsync(generation)).Length);
        }

        Assert.Equal(24, (await TokensAsync(engine.Start(TinyModel.Request([300], constraint: new ScriptedConstraint(new int?[24])), Cancelled))).Length);
    }

    [Fact]
    public async Task Shutting_down_ends_every_request_with_a_reason()
    {
        GenerationOptions options = TinyModel.Options;
        options.MaxConcurrent = 1;
        LlamaEngine engine = files.Start(options);
        var gate = new ManualResetEventSlim();
        ReplyStream running = engine.Start(Held(gate, tokens: 500), Cancelled);
        ReplyStream waiting = engine.Start(Held(gate), Cancelled);
        Task stopping = Task.Run(engine.Dispose, Cancelled);
        gate.Set();
        await stopping;

        await Assert.ThrowsAsync<ModelStoppedException>(() => TokensAsync(running));
        await Assert.ThrowsAsync<ModelStoppedException>(() => TokensAsync(waiting));
        await Assert.ThrowsAsync<ModelStoppedException>(() => TokensAsync(engine.Start(TinyModel.Request([300]), Cancelled)));
    }

    [Fact]
    public void A_context_that_cannot_be_made_is_an_error_at_the_start()
    {
        GenerationOptions options = TinyModel.Options;
        // More sequences than llama.cpp has; an absurd length takes it a minute to refuse.
        options.MaxConcurrent = 1_000;
        using LanguageModel model = files.Load(options);

        LanguageModelException error = Assert.Throws<LanguageModelException>(
            () => new LlamaEngine(model, new AdapterFolder(null), options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));

        Assert.Contains("Behavior:Generation:ContextTokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_that_the_model_does_not_have_are_refused()
    {
        using LlamaEngine engine = files.Start();

        Assert.Throws<ArgumentException>(() => engine.Start(TinyModel.Request([300, 1_000_000]), Cancelled));
        Assert.Throws<ArgumentException>(() => engine.Start(TinyModel.Request([-1]), Cancelled));
        Assert.Throws<ArgumentException>(() => engine.Start(TinyModel.Request([]), Cancelled));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Start(TinyModel.Request([300], maxTokens: 0), Cancelled));
    }

    internal static async Task<int[]> TokensAsync(ReplyStream generation) =>
        [.. await generation.ReadAsync(Cancelled).Select(token => token.Id).ToListAsync(Cancelled)];

    // A reply that does not go on before the gate is open, so that what is accepted meanwhile is no accident.
    private static GenerationRequest Held(ManualResetEventSlim gate, int tokens = 2) => TinyModel.Request(
        ImmutableArray.Create(300),
        tokens,
        new ScriptedConstraint(new int?[tokens], allows: _ =>
        {
            gate.Wait(Cancelled);
            return true;
        }));
}
