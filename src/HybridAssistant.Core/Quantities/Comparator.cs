namespace HybridAssistant.Core.Quantities;

/// <summary>What the words or signs beside a number make of it.</summary>
internal enum Comparator
{
    /// <summary>Nothing: the number itself.</summary>
    None,

    /// <summary>An upper bound.</summary>
    AtMost,

    /// <summary>A lower bound.</summary>
    AtLeast,

    /// <summary>About the number.</summary>
    Around,
}
