using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Tables;

/// <summary>A label or column heading taken apart: what it names, and the unit it prints for the values.</summary>
/// <param name="Name">The label without footnote marks, closing colon and unit.</param>
/// <param name="Unit">The unit as printed; empty where it prints none.</param>
internal readonly record struct Heading(string Name, string Unit)
{
    /// <summary>A quantity printed over this and other columns ("12 V version"): it holds for the values below.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Takes a label apart: "Weight [kg]", "Drop (mV)‡", "Head, m", "Voltage Rating Vac".</summary>
    public static Heading Of(string text)
    {
        string name = Trimmed(text);
        int comma = name.LastIndexOf(',');
        if (comma > 0 && (IsUnit(name[(comma + 1)..].Trim()) || IsQuotient(name[(comma + 1)..].Trim())))
        {
            // "Noise, dB(A)" ends in a bracket that belongs to its unit.
            return new Heading(Trimmed(name[..comma]), name[(comma + 1)..].Trim());
        }

        int last = name.LastIndexOf(' ');
        if (last > 0 && name[^1] == ')' && name[last + 1] != '(' && IsUnit(name[(last + 1)..]))
        {
            return new Heading(Trimmed(name[..last]), name[(last + 1)..]);
        }

        if (name.Length > 2 && name[^1] is ')' or ']' && !name.Contains("/(", StringComparison.Ordinal))
        {
            char open = name[^1] == ')' ? '(' : '[';
            int start = name.LastIndexOf(open);
            if (start > 0)
            {
                string inside = name[(start + 1)..^1].Trim();
                if (inside.StartsWith("in ", StringComparison.Ordinal))
                {
                    inside = inside[3..];
                }

                if (IsUnit(inside))
                {
                    return new Heading(Trimmed(name[..start]), inside);
                }

                // "OSNR (dB @0.1nm)": unit and condition.
                int at = inside.IndexOf('@');
                if (at > 0 && IsUnit(inside[..at].Trim()))
                {
                    return new Heading($"{Trimmed(name[..start])} {inside[at..]}", inside[..at].Trim());
                }
            }
        }

        int space = name.LastIndexOf(' ');
        return space > 0 && !char.IsAsciiDigit(name[space - 1]) && IsPlainUnit(name[(space + 1)..])
            ? new Heading(name, name[(space + 1)..])
            : new Heading(name, "");
    }

    /// <summary>"kW/(m³/min)".</summary>
    private static bool IsQuotient(string text)
    {
        int slash = text.IndexOf("/(", StringComparison.Ordinal);
        return slash > 0 && text[^1] == ')' && IsUnit(text[..slash]) && IsUnit(text[(slash + 2)..^1]);
    }

    private static bool IsUnit(string text) => text.Length is > 0 and <= 12 && UnitTable.Default.Find(text) is not null;

    /// <summary>A unit without brackets must not be an ordinary word: "Typical Pre-Arc", "Load min" end in none.</summary>
    private static bool IsPlainUnit(string text) =>
        text.Length >= 2 && text.TrimEnd('.') is not ("in" or "min" or "Min" or "MIN" or "max" or "day" or "hours" or "foot" or "cycles" or "RH" or "operations") && IsUnit(text);

    private static string Trimmed(string text) => text.Trim().TrimEnd('*', '†', '‡', '§', ':', ' ', ',');
}
