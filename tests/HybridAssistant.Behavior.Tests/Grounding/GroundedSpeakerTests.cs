using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Behavior.Tests.Generation;
using HybridAssistant.Behavior.Tests.Generation.Llama;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Tests.Grounding;

[Collection(LlamaCollection.Name)]
public sealed class GroundedSpeakerTests(TinyModel model) : IClassFixture<TinyModel>
{
    private const int Contexts = 2000;
    private const int AtOnce = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RandomWeights_say_every_value_and_nothing_that_no_sheet_prints()
    {
        using LlamaEngine engine = model.Start(TinyModel.LongContext);
        GroundedSpeaker speaker = SpeakerOf(engine);
        var decisions = new RandomDecisions(23);
        var verifier = new WordingVerifier();
        int spoken = 0;
        for (int i = 0; i < Contexts; i += AtOnce)
        {
            SpeakingRequest[] requests = [.. Enumerable.Range(0, AtOnce).Select(_ => decisions.Next()).Select(d => new SpeakingRequest(d.Question, d.Decision, IsRest: false))];
            SpokenAnswer[] answers = await Task.WhenAll(requests.Select(r => speaker.SpeakAsync(r, Cancellation)));
            foreach ((SpeakingRequest request, SpokenAnswer answer) in requests.Zip(answers).Where(p => p.Second.Model is not null))
            {
                spoken++;
                var faults = verifier.Verify(answer.Text, request.Decision, request.Question);
                Assert.True(faults.IsEmpty, $"{string.Join("; ", faults)}\n{answer.Text}");
            }
        }

        Assert.True(spoken > Contexts / 2, $"Only {spoken} of {Contexts} were spoken by the model.");
    }

    [Fact]
    public async Task Gives_the_same_text_for_the_same_question()
    {
        using LlamaEngine engine = model.Start(TinyModel.LongContext);
        GroundedSpeaker speaker = SpeakerOf(engine);
        var request = new SpeakingRequest(
            new Question { Message = "How heavy?" },
            Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg"), Decisions.Fact("KX-250", "Weight", "", "19", "kg")),
            IsRest: false);

        SpokenAnswer first = await speaker.SpeakAsync(request, Cancellation);
        SpokenAnswer second = await speaker.SpeakAsync(request, Cancellation);

        Assert.Equal(first, second);
        Assert.Contains("12 kg", first.Text, StringComparison.Ordinal);
        Assert.Contains("19 kg", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_tokens_that_the_model_read_and_wrote()
    {
        using LlamaEngine engine = model.Start(TinyModel.LongContext);
        using var replies = new ReplyRecorder(new LlamaChatClient(engine));
        var request = new SpeakingRequest(
            new Question { Message = "How heavy?" }, Decisions.Answered(Decisions.Fact("KX-200", "Weight", "", "12", "kg")), IsRest: false);

        await SpeakerOf(engine, replies).SpeakAsync(request, Cancellation);

        UsageDetails stated = Assert.Single(replies.Replies).Usage!;
        Assert.Equal(new TokenUsage(stated.InputTokenCount!.Value, stated.OutputTokenCount!.Value), request.Tokens.Total);
        Assert.True(request.Tokens.Total is { InputTokens: > 0, OutputTokens: > 0 });
    }

    private static GroundedSpeaker SpeakerOf(LlamaEngine engine, IChatClient? client = null) => new(
        client ?? new LlamaChatClient(engine),
        new TokenClasses(engine.Model.Vocabulary),
        new PromptBuilder(shots: false),
        new ReplyLimits { MaxFreeTokens = 24 },
        new ComposerSpeaker(),
        new SpeakerIdentity("base", engine.Model.Name, Adapter: null));

    private sealed class ReplyRecorder(IChatClient client) : DelegatingChatClient(client)
    {
        public List<ChatResponse> Replies { get; } = [];

        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            ChatResponse reply = await base.GetResponseAsync(messages, options, cancellationToken);
            Replies.Add(reply);
            return reply;
        }
    }
}
