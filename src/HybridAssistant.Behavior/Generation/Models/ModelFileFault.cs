namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>What is wrong with a model file.</summary>
public enum ModelFileFault
{
    /// <summary>It is not there, or may not be read.</summary>
    Missing,

    /// <summary>It is no model file: another kind of file, or damaged in its first bytes.</summary>
    Foreign,

    /// <summary>It ends before what it announces.</summary>
    Truncated,

    /// <summary>It claims a number or a size outside the bounds, or contradicts itself.</summary>
    Invalid,

    /// <summary>It is whole, but of a kind that is not served.</summary>
    Unsupported,

    /// <summary>It does not fit what it is used with: an adapter of another base.</summary>
    Mismatch,
}
