namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>What a slot stands for. Its first letter is the slot's.</summary>
public enum SlotKind
{
    /// <summary><c>{p1}</c>: the product.</summary>
    Product,

    /// <summary><c>{a1}</c>: the attribute.</summary>
    Attribute,

    /// <summary><c>{c1}</c>: the condition.</summary>
    Condition,

    /// <summary><c>{v1}</c>: the value with its unit.</summary>
    Value,

    /// <summary><c>{s1}</c>: a sentence quoted from a sheet.</summary>
    Sentence,

    /// <summary><c>{y1}</c>: the verdict.</summary>
    Verdict,

    /// <summary><c>{o1}</c>: the choices of a question back.</summary>
    Options,
}
