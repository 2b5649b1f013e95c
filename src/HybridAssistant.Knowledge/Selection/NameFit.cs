using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Whether a line is of the product that the question names: 1 where it is, below 0 where it is of another one.</summary>
internal static class NameFit
{
    public static double Of(SelectionContext context, Fact fact, LineProfile line)
    {
        QuestionAnalysis question = context.Question;
        if (question.NamedProducts.IsEmpty)
        {
            // No column has the name, but this row or its heading has.
            return context.IsNamedIn(line) || context.Parts.FitOf(fact) == PartFit.Fits || FormFit.IsTypedNumber(question, fact, line) ? 1
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
            return context.IsNamedIn(line) || context.ModelFacts.Meet(fact, line) == true ? 1 : fact.Product.Length == 0 && context.NamesSibling(fact.Document, line) ? -0.7 : onlySeries ? 0.5 : 0.7;
        }

        // A variant of the named model has a longer name, a spare part one of its own.
        return context.Parts.IsNamed(fact) ? 1
            : question.Form != AnswerForm.PartNumber || fit == PartFit.FitsOthers ? -0.7
            : context.Parts.IsVariant(fact) ? 0.7
            : context.Parts.IsPart(fact) ? 0.5
            : -0.7;
    }
}
