using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>
/// The grammar of a reply's text, bound to the evidence of one question and driven byte by byte. It is the exact test: what it
/// lets pass says every statement once, names the product of each where there are several, and holds no digit, number word,
/// denial or comparison outside slots and licensed spans.
/// </summary>
internal sealed class ReplyRules
{
    private readonly int _maxSentences;
    private readonly WordRules _words;

    public ReplyRules(ReplySlots slots, int maxSentences)
    {
        Slots = slots;
        _maxSentences = maxSentences;
        _words = new WordRules(slots);
        Said = new SlotRules(slots);
        Spans = new SpanRules(slots, _words);
    }

    /// <summary>The slots that the rules know.</summary>
    public ReplySlots Slots { get; }

    /// <summary>The rules of slots.</summary>
    public SlotRules Said { get; }

    /// <summary>The rules of licensed spans.</summary>
    public SpanRules Spans { get; }

    /// <summary>The state before the first byte.</summary>
    public static ReplyState Start => new() { Place = ReplyPlace.SentenceStart, IsOrdinary = true, OpensSentence = true };

    /// <summary>Whether the text may end here.</summary>
    public bool MayEnd(in ReplyState state) => state.Place == ReplyPlace.AfterStop && Said.IsAllSaid(state);

    /// <summary>Whether the sentences are used up.</summary>
    public bool IsFull(in ReplyState state) => state.Place == ReplyPlace.AfterStop && state.Sentences >= _maxSentences;

    /// <summary>Whether a token may end here: a reply could be closed from this state.</summary>
    public bool Settles(in ReplyState state) => state.Place switch
    {
        ReplyPlace.AfterBlank => false,
        ReplyPlace.SentenceStart => state.Sentences == 0 && state.Used == 0 && state.Said == 0,
        ReplyPlace.InWord => state.Spans != 0 || IsWord(state),
        _ => true,
    };

    /// <summary>Appends a token, behind which a reply could be closed.</summary>
    /// <returns>False where it may not come next; the state is then of no use.</returns>
    public bool Takes(ref ReplyState state, ReadOnlySpan<byte> token) => !token.IsEmpty && Advance(ref state, token) && Settles(state);

    /// <summary>Appends bytes.</summary>
    /// <returns>False where one of them may not come next; the state is then of no use.</returns>
    public bool Advance(ref ReplyState state, ReadOnlySpan<byte> bytes)
    {
        foreach (byte next in bytes)
        {
            if (!Advance(ref state, next))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends a byte.</summary>
    /// <returns>False where it may not come next; the state is then of no use.</returns>
    public bool Advance(ref ReplyState state, byte next)
    {
        switch (state.Place)
        {
            case ReplyPlace.SentenceStart:
                return Said.Open(ref state, next) || OpenWord(ref state, next, opensSentence: true);
            case ReplyPlace.AfterBlank:
                return Said.Open(ref state, next) || OpenWord(ref state, next, opensSentence: false);
            case ReplyPlace.InWord:
                return GoOn(ref state, next);
            case ReplyPlace.AfterSlot:
                return next == '\'' ? OpenPossessive(ref state) : Punctuate(ref state, next);
            case ReplyPlace.AfterComma:
                return Blank(ref state, next, ReplyPlace.AfterBlank);
            case ReplyPlace.AfterVerdict:
                state.Place = next == '.' ? ReplyPlace.AfterVerdictStop : ReplyPlace.AfterComma;
                return next is (byte)'.' or (byte)',';
            case ReplyPlace.AfterVerdictStop:
                return Blank(ref state, next, ReplyPlace.SentenceStart);
            case ReplyPlace.AfterStop:
                return next == '"' ? End(ref state) : state.Sentences < _maxSentences && Blank(ref state, next, ReplyPlace.SentenceStart);
            case ReplyPlace.InSlot:
                return Said.GoOn(ref state, next);
            case ReplyPlace.AfterText:
                state.Place = ReplyPlace.Complete;
                return next == '}';
            default:
                return false;
        }
    }

    /// <summary>The bytes that complete the span or slot that is open, the shortest; empty where none is.</summary>
    public ReadOnlySpan<byte> Completion(in ReplyState state) =>
        state.Place == ReplyPlace.InSlot ? Said.RestOfName(state)
        : state.Place != ReplyPlace.InWord || state.Spans == 0 || IsWord(state) ? []
        : Spans.RestOfShortest(state);

    private bool OpenWord(ref ReplyState state, byte next, bool opensSentence)
    {
        if (Said.AwaitsVerdict(state))
        {
            return false;
        }

        state.Spans = Spans.StartingWith(state, next);
        state.SpanLength = 1;
        state.WordLength = 0;
        state.OpensSentence = opensSentence;
        state.IsOrdinary = char.IsAsciiLetter((char)next);
        state.Place = ReplyPlace.InWord;
        Append(ref state, next);
        return state.IsOrdinary || state.Spans != 0;
    }

    private static bool OpenPossessive(ref ReplyState state)
    {
        state.WordLength = 0;
        state.Spans = 0;
        state.IsOrdinary = true;
        state.OpensSentence = false;
        state.Place = ReplyPlace.InWord;
        Append(ref state, (byte)'\'');
        return true;
    }

    private bool GoOn(ref ReplyState state, byte next)
    {
        ulong left = Spans.GoOn(state, next, out bool isComplete);
        if (char.IsAsciiLetter((char)next) || next is (byte)'-' or (byte)'\'')
        {
            bool joins = char.IsAsciiLetter((char)next) || state.IsWordUnknown || char.IsAsciiLetter((char)state.Word[state.WordLength - 1]);
            state.IsOrdinary &= joins && Append(ref state, next);
            state.Spans = left;
            state.SpanLength++;
            return state.IsOrdinary || left != 0;
        }

        if (left != 0)
        {
            // Within a span a blank or a full stop is no boundary.
            state.IsOrdinary = false;
            state.Spans = left;
            state.SpanLength++;
            return true;
        }

        bool ends = isComplete || (state.IsOrdinary && IsWord(state));
        state.Spans = 0;
        return ends && Punctuate(ref state, next);
    }

    private bool IsWord(in ReplyState state) => state.IsWordUnknown ? WordRules.MayGoOn(state) : state.IsOrdinary && _words.MayStand(state);

    private static bool Append(ref ReplyState state, byte next)
    {
        if (state.WordLength == WordBuffer.Capacity)
        {
            return false;
        }

        state.Word[state.WordLength++] = next;
        return true;
    }

    private bool Punctuate(ref ReplyState state, byte next)
    {
        state.IsWordUnknown = false;
        bool behindValue = state.FollowsValue && state.Place == ReplyPlace.AfterSlot;
        state.FollowsValue = behindValue && next == ' ';
        switch (next)
        {
            case (byte)' ':
                state.Place = ReplyPlace.AfterBlank;
                return true;
            case (byte)',' or (byte)';' or (byte)':':
                state.Place = ReplyPlace.AfterComma;
                return true;
            case (byte)'.' or (byte)'!' or (byte)'?':
                state.Place = ReplyPlace.AfterStop;
                state.Sentences++;
                return (next != '?' || Slots.Status == AnswerStatus.Clarify)
                    && !state.ProductAwaits && !state.AttributeAwaits && (state.Sentences < _maxSentences || Said.IsAllSaid(state));
            default:
                return false;
        }
    }

    private static bool Blank(ref ReplyState state, byte next, ReplyPlace place)
    {
        state.Place = place;
        state.FollowsValue = false;
        state.WordLength = 0;
        return next == ' ';
    }

    private bool End(ref ReplyState state)
    {
        bool may = MayEnd(state);
        state.Place = ReplyPlace.AfterText;
        return may;
    }
}
