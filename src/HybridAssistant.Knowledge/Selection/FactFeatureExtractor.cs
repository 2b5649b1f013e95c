using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Measures what speaks for and against a candidate.</summary>
internal static class FactFeatureExtractor
{
    // Without an embedder all lines are as near as right ones usually are, so that thresholds keep their meaning.
    private const double NeutralCosine = 0.6;
    private const double NeutralLabel = 0.4;

    public static FactFeatures Extract(SelectionContext context, FactCandidate candidate, LineProfile line)
    {
        QuestionAnalysis question = context.Question;
        Fact fact = candidate.Entry.Fact!;
        bool isAskedNumber = question.Form == AnswerForm.PartNumber && FormFit.IsNumber(line);
        (double attribute, double unsaid, bool missed) = AttributeFit.Of(context, line, isAskedNumber ? context.Parts.WordsOf(fact) : []);
        (double condition, double conflict, double unasked) = ConditionFit.Of(context, fact, line);
        return new FactFeatures
        {
            Cosine = candidate.Cosine ?? NeutralCosine,
            CosineGap = candidate.Cosine - context.BestCosine ?? 0,
            LabelCosine = candidate.LabelCosine ?? NeutralLabel,
            LabelGap = candidate.LabelCosine - context.BestLabel ?? 0,
            Sheet = context.Parts.FitOf(fact) == PartFit.Fits ? 1 : context.SheetScore(fact.Document),
            Named = NameFit.Of(context, fact, line),
            Property = fact.Product.Length > 0 ? context.PropertyScore(fact.Document, fact.Product) : 0,
            Attribute = attribute,
            Label = context.Share(line.LabelStems, context.Content),
            Coverage = context.Share(context.Asked, isAskedNumber && FormFit.IsRowHead(fact, line) ? context.Parts.WordsOf(fact) : line.Set),
            Kind = KindFit(question, line),
            Unit = question.AskedUnit.Length > 0 && question.AskedUnit == line.Unit ? 1 : 0,
            Condition = condition,
            Conflict = conflict,
            Unasked = unasked,
            Version = context.Versions.IsNamedBy(line.Set, line.Denied.Count > 0) ? 1 : 0,
            Extremum = ExtremumFit.Of(question, line),
            Opposed = Math.Min(1, context.Sides.CountOpposed(line.Sides) / 2.0),
            Form = FormFit.Of(context, fact, line),
            Unmet = Unmet(context, fact, line),
            Beyond = context.IsBeyond(fact.Document) ? 1 : 0,
            UnknownModel = context.NamesUnknownModel ? 1 : 0,
            Unsaid = unsaid,
            Missed = missed ? 1 : 0,
        };
    }

    private static double KindFit(QuestionAnalysis question, LineProfile line)
    {
        if (question.AskedKinds.IsEmpty)
        {
            return 0;
        }

        return line.Kind.Length == 0 ? -0.5 : question.AskedKinds.Contains(line.Kind) ? 1 : -1;
    }

    /// <summary>Codes and quantities of the question that nothing around the fact has.</summary>
    private static double Unmet(SelectionContext context, Fact fact, LineProfile line)
    {
        ProductProfile? product = fact.Product.Length > 0 ? context.Profile(fact.Document, fact.Product) : null;
        ProductProfile? sheet = context.Profile(fact.Document, "");
        double unmet = 0;
        foreach (QuestionItem item in context.Items)
        {
            if (!item.IsIdentifying)
            {
                continue;
            }

            // A bound to compare with ("above 85 °C") is met by any value of its kind.
            bool isBound = context.Question.Form is AnswerForm.Threshold or AnswerForm.YesNo && item.Quantity is { Kind.Length: > 0 } limit && limit.Kind == line.Kind;
            bool met = isBound || (item.Quantity is not { Kind.Length: > 0 } && line.Set.Contains(item.Stem))
                || context.Catalog.WordsOf(fact.Document).Contains(item.Stem)
                || (product?.Has(item) ?? false)
                || (sheet?.Has(item) ?? false)
                || (item.Quantity is { } asked && (line.ValueQuantities.Any(q => q.Agrees(asked))
                    || line.ConditionQuantities.Any(q => q.Agrees(asked))
                    || line.Conditions.Any(c => c.Holds(asked))
                    || line.SectionQuantities.Any(q => q.Agrees(asked))
                    || context.Catalog.SizesOf(fact.Document).Any(q => q.Agrees(asked))));
            unmet += met ? 0 : item.Weight;
        }

        return Math.Min(unmet, 2);
    }
}
