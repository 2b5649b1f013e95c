using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using LLama.Native;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

[Collection(LlamaCollection.Name)]
public sealed class DecodingLoopTests(TinyModel files) : IClassFixture<TinyModel>, IDisposable
{
    private static readonly string[] Questions =
    [
        "What is the maximum working pressure?", "Which models tolerate steam?", "The supply voltage of the valve", "How heavy is it",
        "Seal material", "Is the housing made of brass or of stainless steel?", "Protection class", "What is the ordering code for the pump?",
    ];

    private readonly LanguageModel _model = files.Load();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task A_request_gets_the_same_logits_alone_and_beside_seven_others()
    {
        var alone = new List<FollowingConstraint>();
        foreach (string question in Questions)
        {
            using var loop = new LoopBench(_model);
            (Reply reply, FollowingConstraint constraint) = Follow(loop, question);
            loop.Run();
            Assert.Equal(24, (await LoopBench.TokensAsync(reply)).Length);
            alone.Add(constraint);
        }

        using var together = new LoopBench(_model);
        FollowingConstraint[] constraints = [.. Questions.Select(question => Follow(together, question).Constraint)];
        together.Run();

        Assert.All(alone.Zip(constraints), pair => FollowingConstraint.AssertAlike(pair.First, pair.Second));
        // One decode reads all prompts, each further one says a token of each.
        Assert.Equal(24, together.Loop.Decodes);
    }

    [Fact]
    public void A_request_that_joins_later_changes_nothing_for_those_that_run()
    {
        using var alone = new LoopBench(_model);
        FollowingConstraint expected = Follow(alone, Questions[0]).Constraint;
        alone.Run();

        using var loop = new LoopBench(_model);
        (Reply first, FollowingConstraint actual) = Follow(loop, Questions[0]);
        for (int i = 0; i < 5; i++)
        {
            loop.Loop.Step();
        }

        Reply second = loop.Add(Questions[5], maxTokens: 4);
        loop.Run();

        FollowingConstraint.AssertAlike(expected, actual);
        Assert.Equal(24, first.Stream.Result.OutputTokens);
        Assert.Equal(4, second.Stream.Result.OutputTokens);
        Assert.Equal(24, loop.Loop.Decodes);
    }

    [Fact]
    public async Task A_long_prompt_is_read_in_parts_while_others_speak()
    {
        using var loop = new LoopBench(_model);
        Reply speaker = loop.Add(Questions[0]);
        loop.Loop.Step();
        Reply reader = loop.Add(TinyModel.Request([.. Enumerable.Range(300, 500)], maxTokens: 2));
        int readerSteps = 0;
        while (!reader.IsSpeaking)
        {
            Assert.True(loop.Loop.Step());
            readerSteps++;
        }

        // 128 tokens a step, one of them the speaker's.
        Assert.Equal(4, readerSteps);
        Assert.False(speaker.IsOver);
        loop.Run();
        Assert.Equal(24, (await LoopBench.TokensAsync(speaker)).Length);
        Assert.Equal(2, (await LoopBench.TokensAsync(reader)).Length);
    }

    [Fact]
    public async Task Forced_tokens_are_said_without_a_step_of_their_own()
    {
        using var loop = new LoopBench(_model);
        var constraint = new ScriptedConstraint([301, 302, 303, null, 304, 305, null, 306, 307, 308]);
        Reply reply = loop.Add(TinyModel.Request(_model.Tokenize(Questions[0]), constraint: constraint));
        loop.Run();

        ImmutableArray<int> tokens = await LoopBench.TokensAsync(reply);
        Assert.Equal(constraint.Accepted, tokens);
        Assert.Equal(10, tokens.Length);
        GenerationResult result = reply.Stream.Result;
        Assert.Equal((StopReason.Complete, 10, 8), (result.Reason, result.OutputTokens, result.ForcedTokens));
        // The prompt with the first three, then the first choice with two; the last three need none.
        Assert.Equal(2, loop.Loop.Decodes);
        Assert.Equal(_model.Tokenize(Questions[0]).Length + 3 + 1 + 2, loop.Loop.DecodedTokens);
    }

    [Fact]
    public async Task Forced_tokens_lead_to_the_same_choice_as_reading_them_in_the_prompt()
    {
        using var loop = new LoopBench(_model);
        ImmutableArray<int> prompt = _model.Tokenize(Questions[1]);
        Reply forced = loop.Add(TinyModel.Request(prompt, constraint: new ScriptedConstraint([301, 302, 303, null, null, null])));
        Reply read = loop.Add(TinyModel.Request([.. prompt, 301, 302, 303], maxTokens: 3));
        loop.Run();

        Assert.Equal(await LoopBench.TokensAsync(read), (await LoopBench.TokensAsync(forced))[3..]);
    }

    [Fact]
    public void A_reply_that_is_forced_throughout_needs_no_model()
    {
        using var loop = new LoopBench(_model);
        Reply reply = loop.Add(TinyModel.Request([300], constraint: new ScriptedConstraint([301, 302])));
        loop.Run();

        Assert.Equal(2, reply.Stream.Result.OutputTokens);
        Assert.Equal(0, loop.Loop.Decodes);
    }

    [Fact]
    public async Task What_the_mask_leaves_but_the_test_refuses_is_not_said()
    {
        using var loop = new LoopBench(_model);
        var constraint = new ScriptedConstraint([null, null, null, null], allows: token => token % 7 == 0, masks: token => token % 2 == 0);
        Reply reply = loop.Add(TinyModel.Request(_model.Tokenize(Questions[0]), constraint: constraint));
        loop.Run();

        ImmutableArray<int> tokens = await LoopBench.TokensAsync(reply);
        Assert.Equal(4, tokens.Length);
        Assert.All(tokens, token => Assert.Equal(0, token % 14));
    }

    [Fact]
    public async Task The_model_ends_its_turn_itself()
    {
        using var loop = new LoopBench(_model);
        int end = _model.Vocabulary.EndOfTurn[0];
        var constraint = new ScriptedConstraint([null, end, null], allows: token => token != end);
        Reply reply = loop.Add(TinyModel.Request(_model.Tokenize(Questions[0]), constraint: constraint));
        loop.Run();

        Assert.Single(await LoopBench.TokensAsync(reply));
        Assert.Equal(StopReason.Complete, reply.Stream.Result.Reason);
    }

    [Fact]
    public async Task A_shared_beginning_is_read_once()
    {
        using var loop = new LoopBench(_model);
        ImmutableArray<int> shared = [.. Enumerable.Range(300, 150)];
        GenerationRequest Request(string question) => new() { Shared = shared, Prompt = _model.Tokenize(question), MaxTokens = 1 };
        Reply first = loop.Add(Request(Questions[0]));
        Reply second = loop.Add(Request(Questions[1]));
        loop.Run();
        Reply third = loop.Add(Request(Questions[2]));
        loop.Run();
        using var plain = new LoopBench(_model);
        Reply expected = plain.Add(TinyModel.Request([.. shared, .. _model.Tokenize(Questions[2])], maxTokens: 1));
        plain.Run();

        Assert.Equal(150 + Questions[..3].Sum(question => _model.Tokenize(question).Length), loop.Loop.DecodedTokens);
        Assert.Equal([0, 0, 150], new[] { first, second, third }.Select(reply => reply.Stream.Result.SharedTokens));
        Assert.Equal(150 + _model.Tokenize(Questions[2]).Length, third.Stream.Result.PromptTokens);
        Assert.Equal(await LoopBench.TokensAsync(expected), await LoopBench.TokensAsync(third));
    }

    [Fact]
    public async Task More_beginnings_than_are_kept_do_not_disturb_each_other()
    {
        using var loop = new LoopBench(_model);
        Reply[] replies = [.. Enumerable.Range(0, 5).Select(i => loop.Add(new GenerationRequest
        {
            Shared = [.. Enumerable.Range(300 + (50 * i), 40)],
            Prompt = _model.Tokenize(Questions[i]),
            MaxTokens = 4,
        }))];
        loop.Run();

        for (int i = 0; i < 5; i++)
        {
            using var plain = new LoopBench(_model);
            Reply expected = plain.Add(TinyModel.Request([.. Enumerable.Range(300 + (50 * i), 40), .. _model.Tokenize(Questions[i])], maxTokens: 4));
            plain.Run();
            Assert.Equal(await LoopBench.TokensAsync(expected), await LoopBench.TokensAsync(replies[i]));
        }
    }

    [Fact]
    public async Task Requests_wait_until_there_is_room_for_their_whole_reply()
    {
        using var loop = new LoopBench(_model, contextTokens: 256);
        int end = _model.Vocabulary.EndOfTurn[0];
        Reply[] replies = [.. Enumerable.Range(0, 6).Select(i => loop.Add(new GenerationRequest
        {
            Shared = [.. Enumerable.Range(300, 50)],
            Prompt = [.. Enumerable.Range(400 + i, 40)],
            Constraint = new ScriptedConstraint(new int?[50], allows: token => token != end),
            MaxTokens = 50,
        }))];
        loop.Run();

        foreach (Reply reply in replies)
        {
            Assert.Equal(50, (await LoopBench.TokensAsync(reply)).Length);
        }

        // Two at a time fit beside the shared beginning.
        Assert.InRange(loop.Loop.Decodes, 3 * 50, 4 * 50);
    }

    [Fact]
    public async Task A_prompt_that_leaves_no_room_is_refused_with_the_numbers()
    {
        using var loop = new LoopBench(_model, contextTokens: 256);
        Reply reply = loop.Add(TinyModel.Request([.. Enumerable.Range(300, 240)], maxTokens: 30));

        ContextOverflowException refused = await Assert.ThrowsAsync<ContextOverflowException>(() => LoopBench.TokensAsync(reply));
        Assert.Equal((240, 30, 256), (refused.PromptTokens, refused.OutputTokens, refused.ContextTokens));
        Assert.Equal(1, loop.Ended);
    }

    [Fact]
    public async Task A_cancelled_reply_leaves_the_others_and_the_context_as_they_are()
    {
        using var alone = new LoopBench(_model);
        FollowingConstraint expected = Follow(alone, Questions[0]).Constraint;
        alone.Run();
        using var loop = new LoopBench(_model, maxConcurrent: 2);
        using var cancellation = new CancellationTokenSource();
        FollowingConstraint kept = Follow(loop, Questions[0]).Constraint;
        Reply cancelled = loop.AddCancellable(TinyModel.Request(_model.Tokenize(Questions[5])), cancellation.Token);
        Reply waiting = loop.AddCancellable(TinyModel.Request(_model.Tokenize(Questions[6])), cancellation.Token);
        for (int i = 0; i < 4; i++)
        {
            loop.Loop.Step();
        }

        await cancellation.CancelAsync();
        loop.Run();
        FollowingConstraint later = Follow(loop, Questions[0]).Constraint;
        loop.Run();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoopBench.TokensAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoopBench.TokensAsync(waiting));
        FollowingConstraint.AssertAlike(expected, kept);
        FollowingConstraint.AssertAlike(expected, later);
        Assert.Equal(4, loop.Ended);
    }

    [Fact]
    public async Task A_constraint_that_throws_ends_its_own_reply_only()
    {
        using var loop = new LoopBench(_model);
        Reply kept = loop.Add(Questions[0]);
        Reply thrown = loop.Add(TinyModel.Request([300], constraint: new ScriptedConstraint([null, null], allows: _ => throw new FormatException("odd"))));
        Reply empty = loop.Add(TinyModel.Request([300], constraint: new ScriptedConstraint([null, null], masks: _ => false)));
        Reply foreign = loop.Add(TinyModel.Request([300], constraint: new ScriptedConstraint([1_000_000, null])));
        loop.Run();

        Assert.Contains("odd", (await Assert.ThrowsAsync<ConstraintFailedException>(() => LoopBench.TokensAsync(thrown))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConstraintFailedException>(() => LoopBench.TokensAsync(empty));
        await Assert.ThrowsAsync<ConstraintFailedException>(() => LoopBench.TokensAsync(foreign));
        Assert.Equal(24, (await LoopBench.TokensAsync(kept)).Length);
    }

    [Fact]
    public async Task A_full_context_costs_the_youngest_reply()
    {
        using var alone = new LoopBench(_model);
        FollowingConstraint expected = Follow(alone, Questions[0]).Constraint;
        alone.Run();
        using var loop = new LoopBench(_model, wrap: inner => new FaultyDecoder(inner, decode => decode == 5 ? DecodeResult.NoKvSlot : DecodeResult.Ok));
        FollowingConstraint oldest = Follow(loop, Questions[0]).Constraint;
        Reply youngest = loop.Add(Questions[1]);
        loop.Run();

        await Assert.ThrowsAsync<ModelBusyException>(() => LoopBench.TokensAsync(youngest));
        FollowingConstraint.AssertAlike(expected, oldest);
    }

    [Fact]
    public async Task A_decode_that_fails_ends_what_runs_and_the_context_starts_afresh()
    {
        using var loop = new LoopBench(_model, wrap: inner => new FaultyDecoder(inner, decode => decode == 5 ? DecodeResult.DecodeFailed : DecodeResult.Ok));
        ImmutableArray<int> shared = [.. Enumerable.Range(300, 30)];
        GenerationRequest request = new() { Shared = shared, Prompt = _model.Tokenize(Questions[0]), MaxTokens = 10 };
        Reply failed = loop.Add(request);
        loop.Run();
        Reply later = loop.Add(request);
        loop.Run();

        LanguageModelException failure = await Assert.ThrowsAsync<LanguageModelException>(() => LoopBench.TokensAsync(failed));
        Assert.Equal(files.Path, failure.Path);
        Assert.Equal(10, (await LoopBench.TokensAsync(later)).Length);
        Assert.Equal(0, later.Stream.Result.SharedTokens);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_reply_and_another_seed_another()
    {
        using var loop = new LoopBench(_model);
        Reply Draw(int seed)
        {
            Reply reply = loop.Add(TinyModel.Request(_model.Tokenize(Questions[0])) with { Sampling = new SamplingSettings(1, 40, 0.95f, seed) });
            loop.Run();
            return reply;
        }

        ImmutableArray<int> first = await LoopBench.TokensAsync(Draw(1));

        Assert.Equal(first, await LoopBench.TokensAsync(Draw(1)));
        Assert.NotEqual(first, await LoopBench.TokensAsync(Draw(2)));
    }

    private (Reply Reply, FollowingConstraint Constraint) Follow(LoopBench loop, string question)
    {
        // Any tokens will do: what is compared is what the model thinks of them.
        var constraint = new FollowingConstraint([.. Enumerable.Range(300 + (24 * question.Length), 24)]);
        return (loop.Add(TinyModel.Request(_model.Tokenize(question), constraint: constraint)), constraint);
    }
}
