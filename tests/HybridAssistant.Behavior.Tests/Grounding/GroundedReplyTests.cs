using System.Text.Json;
using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Tests.Grounding;

public sealed class GroundedReplyTests
{
    private const int Replies = 3000;

    private static readonly TokenClasses Classes = new(SyntheticVocabulary.Create());

    [Fact]
    public void Random_logits_over_hostile_evidence_always_give_json_that_the_verifier_passes()
    {
        var decisions = new RandomDecisions(7);
        var random = new Random(11);
        var verifier = new WordingVerifier();
        int spoken = 0;
        for (int i = 0; i < Replies; i++)
        {
            (Decision decision, Question question) = decisions.Next();
            if (ReplySlotsBuilder.Build(decision, question) is not { } slots)
            {
                continue;
            }

            spoken++;
            var limits = new ReplyLimits { MaxFreeTokens = random.Next(8, 60), MaxSentences = random.Next(1, 4) };
            GroundedReply reply = RandomReply.Decode(Classes, slots, limits, random);
            string text = SlotFiller.Fill(ReplyReader.ReadText(reply.Json), slots);

            using JsonDocument json = JsonDocument.Parse(reply.Json);
            Assert.True(reply.FreeTokens <= limits.MaxFreeTokens);
            Assert.InRange(reply.Tokens, 1, reply.MaxTokens);
            System.Collections.Immutable.ImmutableArray<VerificationFault> faults = verifier.Verify(text, decision, question);
            Assert.True(faults.IsEmpty, $"{i}: {string.Join("; ", faults)}\n{reply.Json}\n{text}\n{string.Join("\n", decision.Evidence.Select(e => e.Fact?.ToString() ?? e.Quote))}");
        }

        Assert.True(spoken > Replies / 2);
    }

    [Fact]
    public void Mask_never_hides_a_token_that_the_rules_allow()
    {
        var decisions = new RandomDecisions(3);
        var random = new Random(5);
        float[] logits = new float[Classes.Vocabulary.Count];
        for (int i = 0; i < 150; i++)
        {
            (Decision decision, Question question) = decisions.Next();
            if (ReplySlotsBuilder.Build(decision, question) is not { } slots)
            {
                continue;
            }

            var reply = new GroundedReply(Classes, slots, new ReplyLimits());
            while (!reply.IsComplete)
            {
                if (!reply.Forced.IsEmpty)
                {
                    reply.Accept(reply.Forced[0]);
                    continue;
                }

                Array.Clear(logits);
                reply.Mask(logits);
                int[] allowed = [.. Enumerable.Range(0, logits.Length).Where(reply.Allows)];

                Assert.DoesNotContain(allowed, t => float.IsNegativeInfinity(logits[t]));
                reply.Accept(allowed[random.Next(allowed.Length)]);
            }
        }
    }

    [Theory]
    [InlineData("The pump takes sixteen")]
    [InlineData("The pump takes 16")]
    [InlineData("The pump does not")]
    [InlineData("The pump takes more")]
    [InlineData("{p2} takes {v1}")]
    [InlineData("{v1}")]
    [InlineData("{p1} takes {v1} psi and")]
    [InlineData("{p1} takes {v1} and {p1} takes {v1}")]
    [InlineData("{p1} takes -{v1}")]
    [InlineData("{p1} takes {v1}.\"")]
    [InlineData("The pump KX takes")]
    [InlineData("It isn't")]
    [InlineData("It takes xvi bar")]
    [InlineData("It takes ll bar")]
    [InlineData("It takes \\u0031")]
    [InlineData("{p1} and {p2} take {v1}")]
    [InlineData("It grows sixfold and")]
    [InlineData("A twin-seal pump")]
    [InlineData("It takes xviii bar")]
    [InlineData("{p1} is unsuitable at")]
    [InlineData("{p1} surpasses {v1} and")]
    public void Rules_refuse(string text) => Assert.False(Accepts(text), text);

    [Theory]
    [InlineData("{p1} takes {v1} and {p2} takes {v2}.\"}")]
    [InlineData("The {a1} of {p1} is {v1}, that of {p2} is {v2}.\"}")]
    [InlineData("For {p2} it is {v2}. For {p1} it is {v1}.\"}")]
    [InlineData("{p1}'s {a1} is {v1}; {p2}: {v2}.\"}")]
    [InlineData("{p1} takes {v1} in continuous use, {p2} takes {v2} at rest.\"}")]
    public void Rules_accept(string text) => Assert.True(Accepts(text), text);

    private static bool Accepts(string text)
    {
        Decision decision = Decisions.Answered(
            Decisions.Fact("KX-200", "Max. pressure", "", "16", "bar"), Decisions.Fact("KX-250", "Max. pressure", "", "25", "bar"));
        ReplySlots slots = ReplySlotsBuilder.Build(decision, new Question { Message = "How much pressure?" })!;
        var rules = new ReplyRules(slots, 2);
        ReplyState state = ReplyRules.Start;
        foreach (byte next in System.Text.Encoding.UTF8.GetBytes(text))
        {
            if (!rules.Advance(ref state, next))
            {
                return false;
            }
        }

        return rules.Settles(state);
    }
}
