using System.Numerics;
using System.Text;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>Which slots may be opened, and what saying one changes.</summary>
internal sealed class SlotRules
{
    private readonly ReplySlots _slots;
    private readonly byte[][] _names;
    private readonly ulong _allSaid;
    private readonly ulong _named;
    private readonly bool _severalProducts;
    private readonly bool _severalAttributes;

    public SlotRules(ReplySlots slots)
    {
        _slots = slots;
        _names = [.. slots.Slots.Select(s => Encoding.ASCII.GetBytes(s.Name))];
        _allSaid = slots.Statements.IsEmpty ? 0 : ulong.MaxValue >> (ReplySlots.MaxSlots - slots.Statements.Length);
        _named = slots.Named.Aggregate(0UL, (bits, slot) => bits | (1UL << slot));
        _severalProducts = slots.HasSeveralProducts;
        _severalAttributes = slots.HasSeveralAttributes;
    }

    /// <summary>Whether the verdict, which opens the reply, is still to be said.</summary>
    public bool AwaitsVerdict(in ReplyState state) => _slots.Verdict >= 0 && !IsUsed(state, _slots.Verdict);

    /// <summary>Whether everything that has to be said was.</summary>
    public bool IsAllSaid(in ReplyState state) => state.Said == _allSaid
        && !AwaitsVerdict(state)
        && (_slots.Options < 0 || IsUsed(state, _slots.Options))
        && (!_slots.Statements.IsEmpty || (_named & ~state.Used) == 0);

    /// <summary>Statements that are still to be said, as bits.</summary>
    public ulong Unsaid(in ReplyState state) => _allSaid & ~state.Said;

    /// <summary>The slots that may be opened, as bits.</summary>
    public ulong Available(in ReplyState state)
    {
        if (AwaitsVerdict(state))
        {
            return 1UL << _slots.Verdict;
        }

        ulong available = 0;
        for (int i = 0; i < _slots.Slots.Length; i++)
        {
            available |= IsAvailable(state, i) ? 1UL << i : 0;
        }

        return available;
    }

    /// <summary>The bytes that may come next within the braces of a slot.</summary>
    /// <param name="state">The state.</param>
    /// <param name="into">Takes each of them once; <see cref="ReplySlots.MaxSlots"/> are enough.</param>
    /// <returns>Their number.</returns>
    public int NextBytes(in ReplyState state, Span<byte> into)
    {
        int count = 0;
        for (ulong rest = state.Slots; rest != 0; rest &= rest - 1)
        {
            byte[] name = _names[BitOperations.TrailingZeroCount(rest)];
            byte next = name.Length == state.NameLength ? (byte)'}' : name[state.NameLength];
            if (!into[..count].Contains(next))
            {
                into[count++] = next;
            }
        }

        return count;
    }

    /// <summary>The rest of the name that the open braces may become, the first of several.</summary>
    public ReadOnlySpan<byte> RestOfName(in ReplyState state) =>
        _names[BitOperations.TrailingZeroCount(state.Slots)].AsSpan(state.NameLength);

    /// <summary>Opens the braces of a slot.</summary>
    /// <returns>False where the byte opens none, or no slot may be said.</returns>
    public bool Open(ref ReplyState state, byte next)
    {
        if (next != '{')
        {
            return false;
        }

        state.Slots = Available(state);
        state.NameLength = 0;
        state.Place = ReplyPlace.InSlot;
        return state.Slots != 0;
    }

    /// <summary>Goes on within the braces.</summary>
    public bool GoOn(ref ReplyState state, byte next)
    {
        ulong left = 0;
        for (ulong rest = state.Slots; rest != 0; rest &= rest - 1)
        {
            int slot = BitOperations.TrailingZeroCount(rest);
            byte[] name = _names[slot];
            if (next == '}' && name.Length == state.NameLength)
            {
                Say(ref state, slot);
                return true;
            }

            left |= state.NameLength < name.Length && name[state.NameLength] == next ? 1UL << slot : 0;
        }

        state.Slots = left;
        state.NameLength++;
        return left != 0;
    }

    private void Say(ref ReplyState state, int slot)
    {
        state.Used |= 1UL << slot;
        state.Place = ReplyPlace.AfterSlot;
        state.FollowsValue = false;
        switch (_slots.Slots[slot].Kind)
        {
            case SlotKind.Verdict:
                state.Place = ReplyPlace.AfterVerdict;
                break;
            case SlotKind.Product:
                state.Product = (byte)(slot + 1);
                state.ProductAwaits = _severalProducts;
                break;
            case SlotKind.Attribute:
                state.Attribute = (byte)(slot + 1);
                state.AttributeAwaits = _severalAttributes;
                break;
            case SlotKind.Value or SlotKind.Sentence:
                state.Said |= 1UL << StatementOf(slot);
                state.ProductAwaits = false;
                state.AttributeAwaits = false;
                state.FollowsValue = true;
                state.FollowsNumber = char.IsDigit(_slots.Slots[slot].Text[^1]);
                break;
        }
    }

    private static bool IsUsed(in ReplyState state, int slot) => (state.Used & (1UL << slot)) != 0;

    private bool IsAvailable(in ReplyState state, int slot)
    {
        switch (_slots.Slots[slot].Kind)
        {
            case SlotKind.Verdict:
                return false;
            case SlotKind.Options or SlotKind.Condition:
            case SlotKind.Product when !_severalProducts:
            case SlotKind.Attribute when !_severalAttributes:
                return !IsUsed(state, slot);
            case SlotKind.Product:
                return !state.ProductAwaits && Awaits(state, slot, state.AttributeAwaits ? state.Attribute - 1 : -1);
            case SlotKind.Attribute:
                return !state.AttributeAwaits && Awaits(state, state.ProductAwaits ? state.Product - 1 : -1, slot);
            default:
                return IsSayable(state, slot);
        }
    }

    // A value still to be said that is about this product and attribute; -1: any.
    private bool Awaits(in ReplyState state, int product, int attribute)
    {
        for (int i = 0; i < _slots.Statements.Length; i++)
        {
            SlotStatement statement = _slots.Statements[i];
            if ((state.Said & (1UL << i)) == 0 && (product < 0 || statement.Product == product) && (attribute < 0 || statement.Attribute == attribute))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSayable(in ReplyState state, int slot)
    {
        int at = StatementOf(slot);
        return at >= 0 && (state.Said & (1UL << at)) == 0
            && (_severalProducts ? state.Product - 1 == _slots.Statements[at].Product : !AwaitsName(state, _slots.Statements[at].Product))
            && (_severalAttributes ? state.Attribute - 1 == _slots.Statements[at].Attribute : !AwaitsName(state, _slots.Statements[at].Attribute));
    }

    /// <summary>Whether a product or attribute has to be named before its value, and was not.</summary>
    public bool AwaitsName(in ReplyState state, int slot) => slot >= 0 && (_named & ~state.Used & (1UL << slot)) != 0;

    private int StatementOf(int slot)
    {
        for (int i = 0; i < _slots.Statements.Length; i++)
        {
            if (_slots.Statements[i].Value == slot)
            {
                return i;
            }
        }

        return -1;
    }
}
