namespace HybridAssistant.Knowledge.Questions;

/// <summary>Which end of a range a question asks for.</summary>
public enum Extremum
{
    /// <summary>None.</summary>
    None,

    /// <summary>The least.</summary>
    Minimum,

    /// <summary>The usual.</summary>
    Typical,

    /// <summary>The most.</summary>
    Maximum,
}
