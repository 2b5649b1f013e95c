using System.Globalization;

namespace HybridAssistant.Documents.Facts;

/// <summary>Checks that min, typ and max of one row are in order: where they are not, columns were mistaken.</summary>
internal static class LevelOrder
{
    /// <summary>Why the facts from an index on cannot be trusted; null where they can.</summary>
    public static string? Doubt(IReadOnlyList<FactDraft> facts, int from)
    {
        double? min = null, typ = null, max = null;
        for (int i = from; i < facts.Count; i++)
        {
            if (!TryParse(facts[i].Value, out double value))
            {
                continue;
            }

            switch (FirstWord(facts[i].Condition))
            {
                case "min":
                    min ??= value;
                    break;
                case "typ":
                    typ ??= value;
                    break;
                case "max":
                    max ??= value;
                    break;
                default:
                    break;
            }
        }

        return min > max || min > typ || typ > max ? "min, typ and max of its row are not in order" : null;
    }

    private static string FirstWord(string condition)
    {
        int space = condition.IndexOf(' ');
        return space < 0 ? condition : condition[..space];
    }

    private static bool TryParse(string text, out double value) => double.TryParse(
        text.Replace('−', '-').Replace('–', '-'),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture,
        out value);
}
