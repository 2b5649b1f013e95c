namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Where a value must lie to pass a bound.</summary>
internal enum BoundSide
{
    /// <summary>The bound must lie in the range that is stated: "which stand 95 °C".</summary>
    Within,

    /// <summary>It must reach above.</summary>
    Above,

    /// <summary>It must reach below.</summary>
    Below,
}
