using System.Collections.Frozen;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Whether a line states the attributes that the question asks for.</summary>
internal static class AttributeFit
{
    private const double SameFamilyGeneral = 0.6;
    private const double SameFamilySibling = 0.25;

    /// <summary>How well the lexicon joins question and label, and how much of what was asked the label leaves unsaid.</summary>
    public static (double Attribute, double Unsaid, bool Missed) Of(
        SelectionContext context, LineProfile line, FrozenSet<string> row)
    {
        double best = 0;
        double said = 0;
        double total = 0;
        bool missed = false;
        foreach (AttributeMatch asked in context.Question.Attributes)
        {
            double weight = WeightOf(context, asked);
            double fit = 0;
            foreach (AttributeMatch label in line.Attributes)
            {
                fit = Math.Max(fit, Fit(asked.Concept, label.Concept));
            }

            double labelFit = fit;
            foreach (AttributeMatch label in line.ContextAttributes)
            {
                fit = Math.Max(fit, 0.5 * Fit(asked.Concept, label.Concept));
            }

            // "Aux output 2 ... 800 mA": the unit says that it is a current.
            if (fit < 0.5 && line.Kind.Length > 0 && asked.Concept.Kinds.Contains(line.Kind))
            {
                fit = Math.Max(fit, asked.Concept.IsGeneral ? 0.4 : 0.2);
            }

            // What a part is stands beside its number: "ATEX" in another cell of the row.
            if (fit < 0.5 && row.Count > 0 && context.IsNamedBy(asked, row))
            {
                fit = 0.5;
            }

            missed |= asked.IsTelling && weight >= 0.5 && (line.Attributes.IsEmpty || row.Count > 0 ? fit : labelFit) < 0.5
                && !line.ValueAttributes.Any(v => v.Concept == asked.Concept);
            best = Math.Max(best, weight * fit);
            said += weight * fit;
            total += weight;
        }

        double coverage = total > 0 ? said / total : 0;
        return (0.5 * (best + coverage), total > 0 ? 1 - coverage : 0.5, missed);
    }

    // Words that name the sheet ("pressure transmitter") ask for little.
    private static double WeightOf(SelectionContext context, AttributeMatch asked)
    {
        int count = 0;
        int names = 0;
        for (int i = 0; i < Math.Min(64, context.Question.Words.Length); i++)
        {
            if ((asked.Words & (1UL << i)) != 0)
            {
                count++;
                names += context.NameStems.Contains(context.Question.Words[i].Stem) ? 1 : 0;
            }
        }

        double weight = names == count ? 0.25 : 1;
        return weight * (asked.IsLabel || count > 1 ? 1 : 0.8) * (count > 1 ? 1.25 : 1);
    }

    private static double Fit(AttributeConcept asked, AttributeConcept label) =>
        asked == label ? 1
        : asked.Family != label.Family ? 0
        : asked.IsGeneral || label.IsGeneral ? SameFamilyGeneral
        : SameFamilySibling;
}
