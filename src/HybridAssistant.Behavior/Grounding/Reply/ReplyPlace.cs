namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>Where a reply stands: what was said last decides what may follow.</summary>
internal enum ReplyPlace : byte
{
    /// <summary>Nothing said yet, or a sentence ended and a blank followed.</summary>
    SentenceStart,

    /// <summary>Behind a blank within a sentence.</summary>
    AfterBlank,

    /// <summary>Within or behind a word, or a licensed span.</summary>
    InWord,

    /// <summary>Behind a comma, colon or semicolon.</summary>
    AfterComma,

    /// <summary>Behind a slot.</summary>
    AfterSlot,

    /// <summary>Behind the verdict.</summary>
    AfterVerdict,

    /// <summary>Behind the full stop of the verdict.</summary>
    AfterVerdictStop,

    /// <summary>Behind the end of a sentence.</summary>
    AfterStop,

    /// <summary>Within the braces of a slot.</summary>
    InSlot,

    /// <summary>Behind the closing quotation mark of the JSON string.</summary>
    AfterText,

    /// <summary>Behind the closing brace of the JSON object.</summary>
    Complete,
}
