using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.RandomModels;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

[Collection(LlamaCollection.Name)]
public sealed class AdapterContextsTests : IDisposable
{
    private readonly TinyModel _files = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task An_adapter_speaks_differently_and_the_base_stays_as_it_is_to_the_bit()
    {
        _files.WriteAdapter("acme", seed: 7);
        using LlamaEngine engine = _files.Start();
        FollowingConstraint before = await FollowAsync(engine, null);
        FollowingConstraint acme = await FollowAsync(engine, "acme");
        FollowingConstraint after = await FollowAsync(engine, null);

        Assert.Equal(before.Logits, after.Logits);
        Assert.True(before.Logits[^1].Zip(acme.Logits[^1], (one, other) => Math.Abs(one - other)).Max() > 1, "The adapter changes nothing.");
    }

    [Fact]
    public async Task Voices_that_speak_at_once_do_not_mix()
    {
        _files.WriteAdapter("acme", seed: 7);
        _files.WriteAdapter("blue", seed: 8);
        using LlamaEngine engine = _files.Start();
        string?[] voices = [null, "acme", "blue"];
        var alone = new List<FollowingConstraint>();
        foreach (string? voice in voices)
        {
            alone.Add(await FollowAsync(engine, voice));
        }

        FollowingConstraint[] together = await Task.WhenAll(voices.Select(voice => FollowAsync(engine, voice)));

        Assert.All(alone.Zip(together), pair => Assert.Equal(pair.First.Logits, pair.Second.Logits));
    }

    [Fact]
    public async Task A_replaced_file_speaks_without_a_restart()
    {
        _files.WriteAdapter("acme", seed: 7);
        using LlamaEngine engine = _files.Start();
        FollowingConstraint old = await FollowAsync(engine, "acme");
        _files.WriteAdapter("acme", seed: 8);
        FollowingConstraint replaced = await FollowAsync(engine, "acme");
        _files.WriteAdapter("other", seed: 8);
        FollowingConstraint expected = await FollowAsync(engine, "other");

        Assert.NotEqual(old.Logits, replaced.Logits);
        Assert.Equal(expected.Logits, replaced.Logits);
    }

    [Fact]
    public async Task A_file_replaced_under_load_fails_no_request()
    {
        _files.WriteAdapter("acme", seed: 100);
        using LlamaEngine engine = _files.Start();
        bool done = false;
        Task<int>[] users = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                int answered = 0;
                while (!Volatile.Read(ref done))
                {
                    await FollowAsync(engine, "acme");
                    answered++;
                }

                return answered;
            },
            Cancelled))];
        for (int seed = 101; seed < 121; seed++)
        {
            _files.WriteAdapter("acme", seed);
            await FollowAsync(engine, "acme");
        }

        Volatile.Write(ref done, true);
        Assert.All(await Task.WhenAll(users), answered => Assert.True(answered > 0));
        FollowingConstraint last = await FollowAsync(engine, "acme");
        _files.WriteAdapter("other", seed: 120);
        Assert.Equal((await FollowAsync(engine, "other")).Logits, last.Logits);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_leaves_the_adapter_in_memory_and_is_tried_once()
    {
        string path = _files.WriteAdapter("acme", seed: 7);
        var log = new RecordedLog();
        using LlamaEngine engine = _files.Start(logger: log);
        FollowingConstraint before = await FollowAsync(engine, "acme");
        File.WriteAllBytes(path + ".new", File.ReadAllBytes(path)[..2_000]);
        File.Move(path + ".new", path, overwrite: true);
        FollowingConstraint[] after = [await FollowAsync(engine, "acme"), await FollowAsync(engine, "acme")];
        _files.WriteAdapter("acme", seed: 8);
        FollowingConstraint repaired = await FollowAsync(engine, "acme");

        Assert.All(after, constraint => Assert.Equal(before.Logits, constraint.Logits));
        Assert.NotEqual(before.Logits, repaired.Logits);
        Assert.Single(log.Messages, message => message.StartsWith("The new file of adapter 'acme' cannot be used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_adapter_unused_for_longest_gives_way()
    {
        var time = new FakeTimeProvider();
        var log = new RecordedLog();
        using LlamaEngine engine = _files.Start(time: time, logger: log);
        foreach ((string name, int seed) in (ReadOnlySpan<(string, int)>)[("one", 1), ("two", 2), ("three", 3)])
        {
            _files.WriteAdapter(name, seed);
        }

        foreach (string name in (string[])["one", "two", "one", "three"])
        {
            await FollowAsync(engine, name);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["Adapter 'two' has left memory."], log.Messages.Where(message => message.Contains("left memory", StringComparison.Ordinal)));
        Assert.Equal(2, Count(engine));
    }

    [Fact]
    public async Task With_all_adapters_answering_another_one_is_told_that_the_model_is_busy()
    {
        GenerationOptions options = TinyModel.Options;
        options.MaxAdapters = 1;
        _files.WriteAdapter("one", seed: 1);
        _files.WriteAdapter("two", seed: 2);
        using LlamaEngine engine = _files.Start(options);
        var started = new TaskCompletionSource();
        var refused = new TaskCompletionSource();
        // While "one" asks its constraint, "two" is already posted: the loop takes it up with "one" still speaking.
        ReplyStream speaking = engine.Start(
            new GenerationRequest
            {
                Prompt = [300],
                MaxTokens = 2,
                Adapter = "one",
                Constraint = new ScriptedConstraint(new int?[2], allows: _ =>
                {
                    started.TrySetResult();
                    return refused.Task.Wait(TimeSpan.FromMinutes(1), Cancelled);
                }),
            },
            Cancelled);
        await started.Task;
        ReplyStream second = engine.Start(new GenerationRequest { Prompt = [300], MaxTokens = 2, Adapter = "two" }, Cancelled);
        refused.SetResult();

        ModelBusyException busy = await Assert.ThrowsAsync<ModelBusyException>(() => LlamaEngineTests.TokensAsync(second));
        Assert.Contains("Behavior:Generation:MaxAdapters", busy.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await LlamaEngineTests.TokensAsync(speaking)).Length);
        await FollowAsync(engine, "two");
    }

    [Fact]
    public async Task An_idle_adapter_leaves_memory_and_comes_back_when_it_is_asked()
    {
        var time = new FakeTimeProvider();
        _files.WriteAdapter("acme", seed: 7);
        using LlamaEngine engine = _files.Start(time: time);
        FollowingConstraint before = await FollowAsync(engine, "acme");
        time.Advance(TimeSpan.FromSeconds(TinyModel.Options.AdapterIdleSeconds - 1));
        int kept = Count(engine);
        time.Advance(TimeSpan.FromSeconds(TinyModel.Options.AdapterIdleSeconds));

        Assert.Equal((1, 0), (kept, Count(engine)));
        Assert.Equal(before.Logits, (await FollowAsync(engine, "acme")).Logits);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("../tiny")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_adapter_that_is_not_in_the_folder_is_refused_by_name(string name)
    {
        using LlamaEngine engine = _files.Start();

        AdapterException refused = await Assert.ThrowsAsync<AdapterException>(() => FollowAsync(engine, name));

        Assert.Equal(name, refused.Adapter);
    }

    [Fact]
    public async Task An_adapter_of_another_base_is_refused_with_the_mismatch()
    {
        RandomAdapter.Write(Path.Combine(_files.Adapters, "wide.gguf"), RandomModelShape.Tiny with { Width = 128 }, rank: 4, seed: 1);
        using LlamaEngine engine = _files.Start();

        AdapterException refused = await Assert.ThrowsAsync<AdapterException>(() => FollowAsync(engine, "wide"));

        Assert.Contains("blk.0.attn_q.weight", refused.Message, StringComparison.Ordinal);
        await FollowAsync(engine, null);
    }

    [Fact]
    public async Task What_goes_wrong_in_a_step_ends_what_runs_and_nothing_else()
    {
        using LanguageModel model = _files.Load();
        using var bench = new LoopBench(model, wrap: inner => new FaultyDecoder(
            inner, decode => decode == 2 ? throw new InvalidOperationException("odd") : LLama.Native.DecodeResult.Ok));
        var log = new RecordedLog();
        var contexts = new AdapterContexts((_, _) => bench.Loop, new AdapterFolder(null), TinyModel.Options, TimeProvider.System, log);
        Reply Add()
        {
            var reply = new Reply(TinyModel.Request([300], maxTokens: 5), model.Vocabulary, () => { }, Cancelled);
            contexts.Enqueue(reply);
            while (contexts.Step())
            {
            }

            return reply;
        }

        LanguageModelException told = await Assert.ThrowsAsync<LanguageModelException>(() => LoopBench.TokensAsync(Add()));

        Assert.Contains("odd", told.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await LoopBench.TokensAsync(Add())).Length);
        Assert.Single(log.Messages, message => message.StartsWith("Decoding failed", StringComparison.Ordinal));
    }

    private static int Count(LlamaEngine engine)
    {
        int count = 0;
        engine.Invoke(() => count = engine.Contexts.Count);
        return count;
    }

    private static async Task<FollowingConstraint> FollowAsync(LlamaEngine engine, string? adapter)
    {
        var constraint = new FollowingConstraint([400, 410, 420, 430, 440, 450]);
        var request = new GenerationRequest { Prompt = [300, 301, 302], MaxTokens = 6, Constraint = constraint, Adapter = adapter };
        await LlamaEngineTests.TokensAsync(engine.Start(request, Cancelled));
        return constraint;
    }
}
