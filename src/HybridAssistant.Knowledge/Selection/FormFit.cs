using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Whether a line has the form of the answer: a part number, a mark for yes or no, a value.</summary>
internal static class FormFit
{
    public static double Of(SelectionContext context, Fact fact, LineProfile line)
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

    public static bool IsTypedNumber(QuestionAnalysis question, Fact fact, LineProfile line) =>
        line.IsCode && question.Mentions.Any(m => m.Normalized == CodeNormalizer.Normalize(fact.Value));

    public static bool IsNumber(LineProfile line) => line.IsCode || (line.Kind.Length == 0 && line.Attributes.Any(a => a.Concept.Name == "partnumber"));

    // The number that a whole row is about, where the label tells no more: "Part no.: SK-316-E".
    public static bool IsRowHead(Fact fact, LineProfile line) =>
        fact.Product.Length > 0 && (fact.Value == fact.Product || line.Attributes.Any(a => a.Concept.Name == "partnumber"));
}
