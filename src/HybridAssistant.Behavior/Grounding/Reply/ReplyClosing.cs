using System.Numerics;
using System.Text;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>Ends a reply at its limits: what is still unsaid is said, the sentence is ended. No reply is ever cut.</summary>
/// <param name="rules">The rules of the reply.</param>
internal sealed class ReplyClosing(ReplyRules rules)
{
    private readonly ReplySlots _slots = rules.Slots;

    /// <summary>The text that ends a reply; empty where it may end as it stands.</summary>
    public string Close(ReplyState state)
    {
        var text = new StringBuilder();
        Complete(ref state, text);
        if (rules.MayEnd(state))
        {
            return text.ToString();
        }

        string rest = Rest(state);
        text.Append(state.Place switch
        {
            ReplyPlace.SentenceStart => Opening(rest),
            ReplyPlace.AfterStop or ReplyPlace.AfterVerdictStop => " " + Opening(rest),
            ReplyPlace.AfterComma => " " + (rest.Length > 0 ? rest : "as the sheet states"),
            ReplyPlace.AfterVerdict => ", " + (rest.Length > 0 ? rest : "as the sheet states"),
            _ => rest.Length > 0 ? ": " + rest : "",
        });
        return text.Append('.').ToString();
    }

    private void Complete(ref ReplyState state, StringBuilder text)
    {
        ReadOnlySpan<byte> completion = rules.Completion(state);
        string missing = Encoding.UTF8.GetString(completion) + (state.Place == ReplyPlace.InSlot ? "}" : "");
        if (!rules.Advance(ref state, Encoding.UTF8.GetBytes(missing)))
        {
            throw new InvalidOperationException($"The reply can not be completed by '{missing}'.");
        }

        text.Append(missing);
    }

    private string Opening(string rest) => rest.Length > 0 ? rest : _slots.Status switch
    {
        AnswerStatus.Answered => "This is what the sheet states",
        AnswerStatus.Clarify => "Please say which product is meant",
        AnswerStatus.NotFound => "The spec sheets do not state this",
        _ => "Please ask about a product of the spec sheets",
    };

    // "{p1}: {v1}, {p2}: {v2}", those first that the sentence has begun to speak of.
    private string Rest(ReplyState state)
    {
        List<string> items = [];
        foreach (int at in Order(state))
        {
            SlotStatement statement = _slots.Statements[at];
            bool product = _slots.HasSeveralProducts ? state.Product - 1 != statement.Product : rules.Said.AwaitsName(state, statement.Product);
            bool attribute = _slots.HasSeveralAttributes ? state.Attribute - 1 != statement.Attribute : rules.Said.AwaitsName(state, statement.Attribute);
            items.Add((product ? Braced(statement.Product) + " " : "") + (attribute ? Braced(statement.Attribute) + " " : "") + Braced(statement.Value));
            state.Used |= (product ? 1UL << statement.Product : 0) | (attribute ? 1UL << statement.Attribute : 0);
            state.Product = (byte)(statement.Product + 1);
            state.Attribute = (byte)(statement.Attribute + 1);
        }

        if (_slots.Statements.IsEmpty)
        {
            items.AddRange(_slots.Named.Where(slot => rules.Said.AwaitsName(state, slot)).Select(Braced));
        }

        if (_slots.Options >= 0 && (state.Used & (1UL << _slots.Options)) == 0)
        {
            items.Add(Braced(_slots.Options));
        }

        return string.Join(", ", items);
    }

    private IEnumerable<int> Order(ReplyState state)
    {
        List<int> unsaid = [];
        for (ulong rest = rules.Said.Unsaid(state); rest != 0; rest &= rest - 1)
        {
            unsaid.Add(BitOperations.TrailingZeroCount(rest));
        }

        return unsaid.OrderBy(at => IsAwaited(state, _slots.Statements[at]) ? 0 : 1);
    }

    private static bool IsAwaited(in ReplyState state, SlotStatement statement) =>
        (!state.ProductAwaits || state.Product - 1 == statement.Product)
        && (!state.AttributeAwaits || state.Attribute - 1 == statement.Attribute);

    private string Braced(int slot) => $"{{{_slots.Slots[slot].Name}}}";
}
