using System.Collections.Immutable;

namespace HybridAssistant.Core.Codes;

/// <summary>One position of an ordering code.</summary>
/// <param name="Name">What the position chooses ("Seal material"); empty for fixed text.</param>
/// <param name="Choices">Allowed texts, at least one; fixed text has exactly one.</param>
public sealed record CodeSegment(string Name, ImmutableArray<CodeChoice> Choices);
