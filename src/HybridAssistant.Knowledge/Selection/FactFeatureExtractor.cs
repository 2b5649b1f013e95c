using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Measures what speaks for and against a candidate.</summary>
internal static class FactFeatureExtractor
{
    private const double SameFamilyGeneral = 0.6;
    private const double SameFamilySibling = 0.25;

    // Without an embedder all lines are as near as right ones usually are, so that thresholds keep their meaning.
    private const double NeutralCosine = 0.6;
    private const double NeutralLabel = 0.4;

    public static FactFeatures Extract(SelectionContext context, FactCandidate candidate, LineProfile line)
    {
        QuestionAnalysis question = context.Question;
        Fact fact = candidate.Entry.Fact!;
        bool isAskedNumber = question.Form == AnswerForm.PartNumber && IsNumber(line);
        (double attribute, double unsaid, bool missed) = MatchAttributes(context, line, isAskedNumber ? context.Parts.WordsOf(fact) : []);
        (double condition, double conflict) = MatchConditions(context, line);
        return new FactFeatures
        {
            Cosine = candidate.Cosine ?? NeutralCosine,
            CosineGap = candidate.Cosine - context.BestCosine ?? 0,
            LabelCosine = candidate.LabelCosine ?? NeutralLabel,
            LabelGap = candidate.LabelCosine - context.BestLabel ?? 0,
            Sheet = context.Parts.FitOf(fact) == PartFit.Fits ? 1 : context.SheetScore(fact.Document),
            Named = MatchNamed(context, fact, line),
            Property = fact.Product.Length > 0 ? context.PropertyScore(fact.Document, fact.Product) : 0,
            Attribute = attribute,
            Label = Share(context, line.LabelStems, context.Content),
            Coverage = Share(context, context.Asked, isAskedNumber && IsRowHead(fact, line) ? context.Parts.WordsOf(fact) : line.Set),
            Kind = MatchKind(question, line),
            Unit = question.AskedUnit.Length > 0 && question.AskedUnit == line.Unit ? 1 : 0,
            Condition = condition,
            Conflict = conflict,
            Extremum = MatchExtremum(question, line),
            Opposed = Math.Min(1, context.Sides.CountOpposed(line.Sides) / 2.0),
            Form = MatchForm(context, fact, line),
            Unmet = Unmet(context, fact, line),
            Beyond = context.IsBeyond(fact.Document) ? 1 : 0,
            UnknownModel = context.NamesUnknownModel ? 1 : 0,
            Unsaid = unsaid,
            Missed = missed ? 1 : 0,
        };
    }

    private static double MatchNamed(SelectionContext context, Fact fact, LineProfile line)
    {
        QuestionAnalysis question = context.Question;
        if (question.NamedProducts.IsEmpty)
        {
            // No column has the name, but this row or its heading has.
            return context.IsNamedIn(line) || context.Parts.FitOf(fact) == PartFit.Fits || IsTypedNumber(question, fact, line) ? 1
                : NameRange.Holds(fact.Product, question) == false ? -0.7 : 0;
        }

        PartFit fit = context.Parts.FitOf(fact);
        bool? inRange = NameRange.Holds(fact.Product, question);
        if (fit == PartFit.Fits)
        {
            return 1;
        }

        bool sheetNamed = false;
        bool onlySeries = true;
        foreach (CatalogProduct product in question.NamedProducts)
        {
            if (product.Document == fact.Document)
            {
                sheetNamed = true;
                onlySeries &= product.IsSeries;
                if (fact.Product == product.Name && !product.IsSeries)
                {
                    return 1;
                }
            }
        }

        if (!sheetNamed)
        {
            return -1;
        }

        // One column for all from "DN 32 to DN 50".
        if (inRange is { } isWithin)
        {
            return isWithin ? 1 : -0.7;
        }

        // What holds for all models is stated of a series no less than what holds for each.
        if (fact.Product.Length == 0 && context.NamesSeriesOf(fact.Document))
        {
            return 1;
        }

        // A model may head a row or a group instead of a column.
        if (fact.Product.Length == 0 || onlySeries)
        {
            return context.IsNamedIn(line) ? 1 : fact.Product.Length == 0 && context.NamesSibling(fact.Document, line) ? -0.7 : onlySeries ? 0.5 : 0.7;
        }

        // A variant of the named model has a longer name, a spare part one of its own.
        return context.Parts.IsNamed(fact) ? 1
            : question.Form != AnswerForm.PartNumber || fit == PartFit.FitsOthers ? -0.7
            : context.Parts.IsVariant(fact) ? 0.7
            : context.Parts.IsPart(fact) ? 0.5
            : -0.7;
    }

    /// <summary>How well the lexicon joins question and label, and how much of what was asked the label leaves unsaid.</summary>
    private static (double Attribute, double Unsaid, bool Missed) MatchAttributes(
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

    private static double Share(SelectionContext context, ImmutableArray<string> stems, FrozenSet<string> among)
    {
        double found = 0;
        double total = 0;
        foreach (string stem in stems)
        {
            double weight = context.Rarity(stem);
            total += weight;
            found += among.Contains(stem) ? weight : 0;
        }

        return total > 0 ? found / total : 0;
    }

    private static double MatchKind(QuestionAnalysis question, LineProfile line)
    {
        if (question.AskedKinds.IsEmpty)
        {
            return 0;
        }

        return line.Kind.Length == 0 ? -0.5 : question.AskedKinds.Contains(line.Kind) ? 1 : -1;
    }

    private static (double Condition, double Conflict) MatchConditions(SelectionContext context, LineProfile line)
    {
        double met = 0;
        double conflict = 0;
        foreach (Quantity own in line.ConditionQuantities)
        {
            bool agrees = false;
            bool sameKind = false;
            foreach (Quantity asked in context.Question.Quantities)
            {
                agrees |= own.Agrees(asked);
                sameKind |= own.Kind.Length > 0 && own.Kind == asked.Kind;
            }

            met += agrees ? 1 : 0;
            conflict = !agrees && sameKind && !AnyAgrees(line, own.Kind, context) ? 1 : conflict;
        }

        if (line.ConditionStems.Length > 0)
        {
            met += Share(context, line.ConditionStems, context.Content);
        }

        met += 0.5 * context.Sides.CountAgreeing(line.Sides);
        return (Math.Min(met, 2), conflict);
    }

    private static bool AnyAgrees(LineProfile line, string kind, SelectionContext context) =>
        line.ConditionQuantities.Any(q => q.Kind == kind && context.Question.Quantities.Any(q.Agrees));

    private static double MatchExtremum(QuestionAnalysis question, LineProfile line)
    {
        if (question.Extremum == Extremum.None)
        {
            return 0;
        }

        bool max = line.Texts.Contains("max") || line.Texts.Contains("maximum") || line.Texts.Contains("exceed") || line.Texts.Contains("peak");
        bool min = line.Texts.Contains("min") || line.Texts.Contains("minimum");
        bool typical = line.Texts.Contains("typ") || line.Texts.Contains("typical") || line.Texts.Contains("nominal");
        bool range = line.ValueQuantities.Length > 1;
        return question.Extremum switch
        {
            Extremum.Maximum => max && !min ? 1 : range ? 0.5 : min || typical ? -1 : 0,
            Extremum.Minimum => min && !max ? 1 : range ? 0.5 : max || typical ? -1 : 0,
            _ => typical ? 1 : max || min ? -1 : 0,
        };
    }

    private static double MatchForm(SelectionContext context, Fact fact, LineProfile line)
    {
        QuestionAnalysis question = context.Question;
        bool isNumber = IsNumber(line);

        // The model that a row is for is no answer to what part to order for it; but a number that was typed asks what it is the number of.
        bool isEcho = IsTypedNumber(question, fact, line);
        if (isEcho && question.Form is AnswerForm.PartNumber or AnswerForm.Lookup)
        {
            bool isNumberOfOther = fact.Product.Length > 0 && fact.Product != fact.Value && line.Attributes.Any(a => a.Concept.Name == "partnumber");
            return isNumberOfOther ? 1
                : question.Form == AnswerForm.Lookup ? -1
                : question.Attributes.Any(a => a.Concept.Name == "partnumber") ? 0.5 : 0;
        }

        // "Lock nut: KM12" is what a question for the lock nut asks; "Encoder: ENC-60" names the row that tells more of the encoder.
        bool isNamedByLabel = line.IsCode && fact.Value != fact.Product && line.LabelStems.Length > 0 && line.LabelStems.All(context.Content.Contains);
        return question.Form switch
        {
            AnswerForm.PartNumber => isNumber ? 1 : 0,
            AnswerForm.YesNo => FeatureMarks.IsMark(fact.Value) ? 0.5 : isNumber ? -1 : 0,
            AnswerForm.Lookup => isNumber && !isNamedByLabel ? -1 : FeatureMarks.IsMark(fact.Value) ? -0.5 : 0,
            _ => 0,
        };
    }

    private static bool IsTypedNumber(QuestionAnalysis question, Fact fact, LineProfile line) =>
        line.IsCode && question.Mentions.Any(m => m.Normalized == CodeNormalizer.Normalize(fact.Value));

    private static bool IsNumber(LineProfile line) => line.IsCode || (line.Kind.Length == 0 && line.Attributes.Any(a => a.Concept.Name == "partnumber"));

    // The number that a whole row is about, where the label tells no more: "Part no.: SK-316-E".
    private static bool IsRowHead(Fact fact, LineProfile line) =>
        fact.Product.Length > 0 && (fact.Value == fact.Product || line.Attributes.Any(a => a.Concept.Name == "partnumber"));

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
                    || line.SectionQuantities.Any(q => q.Agrees(asked))
                    || context.Catalog.SizesOf(fact.Document).Any(q => q.Agrees(asked))));
            unmet += met ? 0 : item.Weight;
        }

        return Math.Min(unmet, 2);
    }
}
