using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Tests.Grounding;

/// <summary>Decodes a reply as a model of random weights would: every logit is drawn anew at every step.</summary>
internal static class RandomReply
{
    /// <summary>The finished reply.</summary>
    public static GroundedReply Decode(TokenClasses classes, ReplySlots slots, ReplyLimits limits, Random random)
    {
        var reply = new GroundedReply(classes, slots, limits);
        float[] logits = new float[classes.Vocabulary.Count];
        while (!reply.IsComplete)
        {
            while (!reply.Forced.IsEmpty)
            {
                reply.Accept(reply.Forced[0]);
            }

            if (reply.IsComplete)
            {
                break;
            }

            for (int i = 0; i < logits.Length; i++)
            {
                logits[i] = random.NextSingle();
            }

            reply.Mask(logits);
            reply.Accept(Best(reply, logits));
        }

        return reply;
    }

    private static int Best(GroundedReply reply, float[] logits)
    {
        while (true)
        {
            int best = Array.IndexOf(logits, logits.Max());
            if (float.IsNegativeInfinity(logits[best]))
            {
                throw new InvalidOperationException($"No token may follow '{reply.Json}'.");
            }

            if (reply.Allows(best))
            {
                return best;
            }

            logits[best] = float.NegativeInfinity;
        }
    }
}
