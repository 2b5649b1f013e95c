namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>
/// What has to be remembered of a reply to tell what may follow. A value: the exact test of a token works on a copy.
/// </summary>
internal struct ReplyState
{
    /// <summary>Where the reply stands.</summary>
    public ReplyPlace Place;

    /// <summary>The word that is being written, or the last one.</summary>
    public WordBuffer Word;

    /// <summary>Number of bytes in <see cref="Word"/>.</summary>
    public byte WordLength;

    /// <summary>False where the word can only go on as a licensed span.</summary>
    public bool IsOrdinary;

    /// <summary>Whether the word opens a sentence and may begin with a capital.</summary>
    public bool OpensSentence;

    /// <summary>Whether the word stands right behind a value, where a unit would change it.</summary>
    public bool FollowsValue;

    /// <summary>Whether that value ends in a digit: then any word that is a unit too would read as one.</summary>
    public bool FollowsNumber;

    /// <summary>Whether the first part of the word is unknown: true only while token classes are computed.</summary>
    public bool IsWordUnknown;

    /// <summary>The licensed spans that the text may be within, as bits.</summary>
    public ulong Spans;

    /// <summary>Number of bytes of them that were written.</summary>
    public ushort SpanLength;

    /// <summary>The slots that the name within braces may become, as bits.</summary>
    public ulong Slots;

    /// <summary>Number of bytes of the name that were written.</summary>
    public byte NameLength;

    /// <summary>The statements that were said, as bits.</summary>
    public ulong Said;

    /// <summary>Slots other than values that were said, as bits.</summary>
    public ulong Used;

    /// <summary>Product slot named last, plus one; 0 for none.</summary>
    public byte Product;

    /// <summary>Attribute slot named last, plus one; 0 for none.</summary>
    public byte Attribute;

    /// <summary>Whether the product was named and a value of it has to follow.</summary>
    public bool ProductAwaits;

    /// <summary>Whether the attribute was named and a value of it has to follow.</summary>
    public bool AttributeAwaits;

    /// <summary>Sentences that ended, the verdict not counted.</summary>
    public byte Sentences;
}
