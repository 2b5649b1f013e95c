using System.Collections.Immutable;

namespace HybridAssistant.Documents.FrontMatter;

/// <summary>A product that front matter names.</summary>
/// <param name="Name">As facts carry it.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="IsSeries">Whether the name stands for all models of the sheet.</param>
public sealed record FrontMatterProduct(string Name, ImmutableArray<string> Aliases, bool IsSeries);
