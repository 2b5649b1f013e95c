using System.Collections.Immutable;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Core.Sheets;

/// <summary>A model, or the series of a whole sheet, with the spellings under which the sheet names it.</summary>
/// <param name="Name">The name as facts carry it in <see cref="Fact.Product"/>; for a series, as the title prints it.</param>
/// <param name="Aliases">Other spellings that the sheet uses, such as the name with the series before it.</param>
/// <param name="IsSeries">True where the name stands for all models of the sheet.</param>
public sealed record ProductName(string Name, ImmutableArray<string> Aliases, bool IsSeries)
{
    /// <summary>Whether its name or an alias is among codes that <see cref="CodeNormalizer"/> has normalised.</summary>
    public bool IsAmong(IReadOnlySet<string> keys) =>
        keys.Contains(CodeNormalizer.Normalize(Name)) || Aliases.Any(alias => keys.Contains(CodeNormalizer.Normalize(alias)));
}
