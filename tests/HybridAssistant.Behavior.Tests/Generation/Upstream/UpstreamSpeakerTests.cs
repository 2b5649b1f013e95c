using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Upstream;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Behavior.Tests.Grounding;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

public sealed class UpstreamSpeakerTests : IDisposable
{
    private const int Wordings = 4_000;

    private readonly WritingClient _client = new();
    private readonly VerificationMeter _meter = new();
    private readonly ComposerSpeaker _composer = new();

    public void Dispose()
    {
        _meter.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task Appends_the_list_that_it_was_not_asked_to_say()
    {
        _client.Answer = "Here are the weights.";
        Decision decision = Decisions.Answered([.. Enumerable.Range(1, 5).Select(i => Decisions.Fact($"KX-{i}00", "Weight", "", $"{i}", "kg"))]);

        Assert.Equal(
            ("Here are the weights. KX-100: 1 kg; KX-200: 2 kg; KX-300: 3 kg; KX-400: 4 kg; KX-500: 5 kg.", "upstream"),
            await PassAsync(decision, new Question { Message = "weights?" }));
    }

    [Fact]
    public async Task Lets_no_ungrounded_run_out_whatever_a_model_writes()
    {
        var decisions = new RandomDecisions(seed: 11);
        var random = new Random(12);
        var verifier = new AnswerVerifier();
        int spoken = 0;
        for (int i = 0; i < Wordings; i++)
        {
            (Decision decision, Question question) = decisions.Next();
            _client.Answer = Write(decision, random);

            (string text, string variant) = await PassAsync(decision, question);

            Assert.True(verifier.FindUngrounded(text, decision, question).IsEmpty, $"'{_client.Answer}' left as '{text}'.");
            spoken += variant == UpstreamSpeaker.Variant ? 1 : 0;
        }

        // The test says something only where texts of the model leave too.
        Assert.InRange(spoken, Wordings / 50, Wordings);
    }

    // What was chosen, in the words of a model that now and then loses, changes, swaps or adds something.
    private static string Write(Decision decision, Random random)
    {
        string[] noise = ["99 bar", "KX-999", "sixteen", "not", "at 80 °C", "Yes,", "It is fine.", "{v1}", "more than", "１６", "\u200b", "NBR", "for 20 minutes", "?"];
        IEnumerable<string> words = decision.Evidence.SelectMany(e => e.Fact is { } f
            ? new[] { $"The {f.Product} has {f.Attribute}", Digits(f.Value, random), f.Unit, f.Condition.Length > 0 ? $"({f.Condition})" : "" }
            : ["The sheet says", $"“{Digits(e.Quote, random)}”"]);
        words = words.Concat(decision.Choices).Where(w => w.Length > 0 && random.Next(40) > 0);
        words = random.Next(3) == 0 ? words.Append(noise[random.Next(noise.Length)]) : words;
        string[] said = [.. words];
        if (random.Next(6) == 0)
        {
            random.Shuffle(said);
        }

        return $"{(decision.Verdict is { } verdict ? $"{verdict}, " : "")}{string.Join(' ', said)}{(decision.Status == AnswerStatus.Clarify ? "?" : ".")}";
    }

    private static string Digits(string text, Random random) => random.Next(6) > 0 ? text
        : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : c));

    private async Task<(string Text, string Variant)> PassAsync(Decision decision, Question question)
    {
        var speaker = new UpstreamSpeaker(
            _client, new UpstreamPromptBuilder(), _composer, new UpstreamOptions { Endpoint = "http://localhost/v1", Model = "m" }, NullLogger.Instance);
        var fallback = new FallbackSpeaker(speaker, _composer, TimeSpan.FromSeconds(30), TimeProvider.System, NullLogger.Instance);
        var request = new SpeakingRequest(question, decision, IsRest: false);
        SpokenAnswer answer = new AnswerGate(_composer, _meter).Pass(await fallback.SpeakAsync(request, TestContext.Current.CancellationToken), request);
        return (answer.Text, answer.Variant);
    }
}
