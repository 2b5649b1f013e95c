using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.FollowUps;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Tells a line that cannot state what is asked, however much of the question it has.</summary>
internal static class WrongSubject
{
    // A label that has some of the question's own words may be the right one, whatever the lexicon says.
    private const double MinCoverage = 0.3;
    private const double MinLabel = 0.34;

    /// <summary>Whether the line is about something else than the question.</summary>
    public static bool Is(QuestionAnalysis question, ScoredFact line, FactSelection selection)
    {
        Fact fact = line.Entry.Fact!;
        return IsOfSibling(question, line, selection)
            || IsEcho(question, fact)
            || IsNoAmount(question, line)
            || (line.Features.Missed >= 1 && line.Features.Kind < 0)
            || (line.Features.Attribute == 0 && line.Features.Label == 0 && line.Features.Coverage < MinCoverage)
            || IsOtherSide(question, fact)
            || PartAsked.IsNumberOfWhole(question, line.Entry)
            || IsOtherKindOfThing(question, line, selection);
    }

    // What the LM-20 weighs is not what the LM-20-B does, where a table lists both side by side.
    private static bool IsOfSibling(QuestionAnalysis question, ScoredFact line, FactSelection selection)
    {
        Fact fact = line.Entry.Fact!;
        CatalogProduct[] named = [.. question.NamedProducts.Where(p => !p.IsSeries && p.Document == fact.Document)];
        return line.Features.Named < 0 && fact.Product.Length > 0 && named.Any(p => RowsOf(p.Name).Intersect(RowsOf(fact.Product)).Any());

        IEnumerable<(string Section, string Attribute)> RowsOf(string product) => selection.Facts
            .Where(f => f.Entry.Document == fact.Document && f.Entry.Fact!.Product == product)
            .Select(f => (f.Entry.Fact!.Section, f.Entry.Fact.Attribute));
    }

    // "Type: KX-200" says nothing of the KX-200.
    private static bool IsEcho(QuestionAnalysis question, Fact fact) =>
        question.Form == AnswerForm.Lookup && fact.Unit.Length == 0 && CodeNormalizer.Normalize(fact.Value) is { Length: > 0 } value
        && question.Mentions.Any(m => m.Normalized == value);

    // "How many mm long ...?", "How long does ... live?": "G 1/4" and "reed" are no amounts. A number without its unit may be one
    // where the label fits.
    private static bool IsNoAmount(QuestionAnalysis question, ScoredFact line)
    {
        Fact fact = line.Entry.Fact!;
        bool hasNumber = $"{fact.Attribute} {fact.Condition}".Any(char.IsAsciiDigit) || OpensWithNumber(fact.Value);
        return line.Features.Kind is < 0 and > -1
            && ((question.AskedUnit.Length > 0 && line.Features.Label < MinLabel) || ((question.AskedUnit.Length > 0 || AsksHowMuch(question)) && !hasNumber));
    }

    // "15", "max. 20", not "Stainless steel 1.4404".
    private static bool OpensWithNumber(string value) =>
        WordSplitter.Split(value).SkipWhile(w => StopWords.Contains(w) || FormWords.Maximum.Contains(w) || FormWords.Minimum.Contains(w) || FormWords.Typical.Contains(w))
            .FirstOrDefault().IsNumber;

    private static bool AsksHowMuch(QuestionAnalysis question)
    {
        for (int i = 1; i < question.Words.Length; i++)
        {
            if (question.Words[i - 1].Text == "how" && FormWords.Amount.Contains(question.Words[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Asked for the width and the depth, a sheet that states neither is not answered from its height.
    private static bool IsOtherSide(QuestionAnalysis question, Fact fact)
    {
        string[] asked = [.. question.Attributes.Select(a => a.Concept.Name).Where(ExclusiveAttributes.Contains)];
        string[] stated =
        [
            .. AttributeLexicon.Default.Match(WordSplitter.Split($"{fact.Attribute} {fact.Condition}"), asQuestion: false)
                .Select(a => a.Concept.Name).Where(ExclusiveAttributes.Contains),
        ];
        return asked.Length > 0 && stated.Length > 0 && asked.All(a => stated.All(s => ExclusiveAttributes.Exclude(a, s)));
    }

    // The factor for copper is not that for titanium, where the sheet has none for titanium. "Viton/FKM" is met by either.
    private static bool IsOtherKindOfThing(QuestionAnalysis question, ScoredFact line, FactSelection selection)
    {
        Word[] own = [.. WordSplitter.Split($"{line.Entry.Fact!.Attribute} {line.Entry.Fact.Condition}")];
        Word[] asked = [.. question.Words.Where(q => own.Any(w => FollowUpWords.AreExclusive(q.Text, w.Text)))];
        return asked.Length > 0
            && !asked.Any(a => FormWords.Maximum.Contains(a) || FormWords.Minimum.Contains(a))
            && !own.Any(w => asked.Any(a => FollowUpWords.AreExclusive(a.Text, w.Text)) && question.Words.Any(q => q.Text == w.Text))
            && !asked.Any(a => selection.Facts.Any(f => f.Entry.Document == line.Entry.Document && Says(f.Entry.Fact!, a)));
    }

    private static bool Says(Fact fact, Word word) =>
        WordSplitter.Split($"{fact.Product} {fact.Section} {fact.Attribute} {fact.Condition} {fact.Value}").Any(w => w.Stem == word.Stem);
}
