using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>One unit of the unit table.</summary>
/// <param name="Canonical">Its name in typed values ("l/min").</param>
/// <param name="Kind">The quantity it measures: a UnitsNet quantity name, or a kind of our own ("SoundPressureLevel").</param>
/// <param name="UnitsNetUnit">UnitsNet's name of the unit; null for kinds of our own.</param>
/// <param name="Factor">How many UnitsNet units (or base units of a kind of our own) one of it is.</param>
/// <param name="Spellings">As sheets print and customers type it.</param>
public sealed record UnitDefinition(
    string Canonical,
    string Kind,
    string? UnitsNetUnit,
    double Factor,
    ImmutableArray<string> Spellings)
{
    /// <summary>Whether the scale has a zero of its own (°C, °F), so that a difference converts unlike a value.</summary>
    public bool HasOffset => Kind == "Temperature";
}
