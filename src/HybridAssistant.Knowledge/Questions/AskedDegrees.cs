using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Customers leave out the scale: "53 degrees" is a temperature, unless an angle is asked for.</summary>
internal static class AskedDegrees
{
    private const string AngleKind = "Angle";
    private const string AngleUnit = "°";
    private const string TemperatureKind = "Temperature";
    private const string TemperatureUnit = "°C";

    /// <summary>A quantity of the question, its degrees read as meant.</summary>
    public static Quantity Read(Quantity quantity, ImmutableArray<Word> words, ImmutableArray<AttributeMatch> attributes) =>
        quantity.Unit == AngleUnit && words[quantity.Index + quantity.WordCount - 1].Text != AngleUnit && !AsksForAngle(attributes)
            ? new Quantity(quantity.Value, TemperatureKind, TemperatureUnit, quantity.Index, quantity.WordCount)
            : quantity;

    /// <summary>The unit asked for, its degrees read as meant.</summary>
    public static UnitSpelling? Read(UnitSpelling? unit, ImmutableArray<AttributeMatch> attributes) =>
        unit is { Unit: AngleUnit } degrees && !AsksForAngle(attributes) ? degrees with { Kind = TemperatureKind, Unit = TemperatureUnit } : unit;

    private static bool AsksForAngle(ImmutableArray<AttributeMatch> attributes) => attributes.Any(a => a.Concept.Kinds.Contains(AngleKind));
}
