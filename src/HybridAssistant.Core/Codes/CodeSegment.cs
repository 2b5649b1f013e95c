using System.Collections.Immutable;

namespace HybridAssistant.Core.Codes;

/// <summary>One position of an ordering code.</summary>
/// <param name="Name">What the position chooses ("Seal material"); empty for fixed text.</param>
/// <param name="Choices">
/// Allowed texts; fixed text has exactly one, an optional position has an empty one too. None at all: any letters and
/// digits may stand here ("stroke in mm").
/// </param>
public sealed record CodeSegment(string Name, ImmutableArray<CodeChoice> Choices)
{
    /// <summary>Whether any letters and digits may stand at this position.</summary>
    public bool IsOpen => Choices.IsDefaultOrEmpty;

    /// <summary>Whether the text at this position is always the same.</summary>
    public bool IsFixed => Choices is { IsDefault: false, Length: 1 };

    /// <summary>Text that is always the same.</summary>
    public static CodeSegment Fixed(string text) => new("", [new CodeChoice(text, "")]);
}
