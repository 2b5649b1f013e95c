namespace HybridAssistant.Documents.Facts;

/// <summary>Divides what the unit table takes for one unit: "% RH non-condensing" is a unit and a condition.</summary>
internal static class QualifiedUnit
{
    /// <summary>The unit and the words behind it that qualify the value.</summary>
    public static (string Unit, string Qualifier) Divide(string unit)
    {
        // The full stop of a sentence, not of an abbreviation: "5 V DC." but "0.8 oz.".
        if (unit.Length > 1 && unit[^1] == '.' && char.IsUpper(unit[^2]))
        {
            unit = unit[..^1];
        }

        int at = unit.IndexOf("non", StringComparison.OrdinalIgnoreCase);
        return at > 0 && unit[at..].Contains("condens", StringComparison.OrdinalIgnoreCase)
            ? (unit[..at].TrimEnd(' ', ',', '('), unit[at..].TrimEnd(')'))
            : (unit, "");
    }
}
