using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Step 4: decides whether and with which facts the question is answered. What it decides is final; only the wording follows.
/// </summary>
public sealed class AnswerDecider(DecidingOptions options)
{
    private const int MaxFacts = 8;
    private const int MaxProductsListed = 4;
    private const double MinAskedAttribute = 0.6;

    private readonly FactGrouper _grouper = new(options);

    /// <summary>Decides.</summary>
    public Decision Decide(QuestionAnalysis question, ProductCatalog catalog, RetrievalResult retrieval, FactSelection selection)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(retrieval);
        ArgumentNullException.ThrowIfNull(selection);

        // [1] What is no question of the field is not looked up.
        if (question.Refusal != NoAnswerReason.None)
        {
            return Nothing(AnswerStatus.Refused, question.Refusal, 1);
        }

        // [2] A product that does not exist: asked back where it looks mistyped, else not found.
        if ((question.NamedProducts.IsEmpty || question.Mentions.LastOrDefault()?.Fit == MentionFit.Unknown) && UnknownProduct(question, selection) is { } unknown)
        {
            return unknown;
        }

        // [3] Questions over several products are answered from typed values.
        if (TypedComparison.Applies(question)
            && TypedComparison.Decide(question, retrieval, selection, options) is { } compared)
        {
            return compared;
        }

        if ((FeatureComparison.Decide(question, selection) ?? FeatureComparison.DecideStated(question, selection, options) ?? FeatureComparison.DecideHeading(question, selection)) is { } having)
        {
            return having;
        }

        // A version that the sheet does not list is neither answered for nor asked back about.
        if (UnlistedVersion.Is(question, selection))
        {
            return Nothing(AnswerStatus.NotFound, NoAnswerReason.NotStated, 1 - options.MinConfidence);
        }

        // [4] Several products are of the kind or the series that is named: asked back.
        if (ProductAlternatives.Find(question, retrieval, catalog, selection) is { IsEmpty: false } alternatives
            && Clarify(question, alternatives, catalog, Math.Max(selection.Confidence, options.MinConfidence)) is { Choices.Length: > 1 } open)
        {
            return open;
        }

        // [5] Where a kind of product is named only its lines count.
        selection = StatedGuard.OfCategory(question, retrieval.Category, selection, options);

        // [6] A sentence of running text where it states it more surely than any line does.
        double confidence = selection.Facts.IsEmpty || StatedGuard.IsBesideTheQuestion(question, selection) ? 0 : selection.Confidence;
        ImmutableArray<ScoredSentence> sentences = StatedGuard.ThatMaySayIt(question, selection.Sentences);
        bool isOfVersion = !sentences.IsEmpty && StatedGuard.IsOfVersionAsked(question, sentences[0], selection);
        if ((isOfVersion || confidence < options.SureConfidence) && Quote(sentences, options.MinQuoteConfidence, isOfVersion ? 0 : confidence) is { } quotation)
        {
            return quotation;
        }

        // [7] The best line: which products it holds for: one, all, each of a few, or too many to tell.
        if (confidence >= options.MinConfidence)
        {
            return Answer(question, catalog, retrieval, selection);
        }

        // [8] What stands out from all the rest.
        if (Outstanding.IsBestSentence(sentences, options) && Quote(sentences, options.MinOutstandingQuoteConfidence, confidence) is { } outstanding)
        {
            return outstanding;
        }

        return confidence >= options.MinOutstandingConfidence && Outstanding.IsBestLine(selection, options)
            ? Answer(question, catalog, retrieval, selection)
            : Nothing(AnswerStatus.NotFound, NoAnswerReason.NotStated, 1 - confidence);
    }

    private static Decision? Quote(ImmutableArray<ScoredSentence> sentences, double least, double confidence)
    {
        if (sentences.IsEmpty || sentences[0].Confidence < least || sentences[0].Confidence <= confidence)
        {
            return null;
        }

        IndexEntry best = sentences[0].Entry;
        return new Decision
        {
            Status = AnswerStatus.Answered,
            Evidence = [new Evidence { Passage = best.Passage, Quote = best.Passage!.Text, Title = best.Title, Revision = best.Revision }],
            Form = AnswerForm.Quotation,
            Confidence = sentences[0].Confidence,
        };
    }

    private Decision Answer(QuestionAnalysis question, ProductCatalog catalog, RetrievalResult retrieval, FactSelection selection)
    {
        FactGroup group = _grouper.Group(question, retrieval.Category, selection);
        if (group.Rivals.Length > 0 && Clarify(question, group.Rivals, catalog, selection.Confidence) is { Choices.Length: > 1 } between)
        {
            return between;
        }

        string[] products = [.. group.Facts.Select(f => f.Entry.Fact!.Product).Distinct(StringComparer.Ordinal)];
        bool agree = group.SpansProducts && Agree(group.Facts);
        if (group.SpansProducts && !agree && products.Length > MaxProductsListed)
        {
            // Which one is asked only where the answer is at hand: else a sentence may state it for all, or nothing does.
            if (selection.Facts[0].Features is { Missed: >= 1 } or { Attribute: < MinAskedAttribute })
            {
                return Quote(StatedGuard.ThatMaySayIt(question, selection.Sentences), options.MinConfidence, 0) ?? Nothing(AnswerStatus.NotFound, NoAnswerReason.NotStated, 1 - selection.Confidence);
            }

            return Clarify(question, group.Facts, catalog, selection.Confidence);
        }

        ImmutableArray<ScoredFact> chosen = agree
            ? [.. group.Facts.Where(f => f.Entry.Fact!.Product == group.Facts[0].Entry.Fact!.Product)]
            : group.Facts;
        ImmutableArray<Evidence> evidence = [.. chosen.Take(MaxFacts).Select(f => ToEvidence(f) with { Meaning = MarkLegend.MeaningOf(f.Entry.Fact!, selection.Facts) })];
        return new Decision
        {
            Status = AnswerStatus.Answered,
            Evidence = evidence,
            Subject = SubjectOf(question, evidence[0]),
            Form = question.Form,
            Verdict = question.Form == AnswerForm.YesNo ? VerdictFinder.Find(question, evidence.Select(e => e.Fact!)) : null,
            Derived = Conversions.Find(question, evidence),
            HasMore = chosen.Length > MaxFacts,
            HoldsForAll = agree && products.Length > 1,
            Confidence = selection.Confidence,
        };
    }

    // As the title prints it, else as the sheet's table does; not where a title stands for a series.
    private static string SubjectOf(QuestionAnalysis question, Evidence evidence)
    {
        ProductMention[] named = [.. question.Mentions.Where(m => m.Products.Any(p => p.Document == evidence.Fact!.Document) && m.Text.Any(char.IsDigit))];
        if (named.Length != 1)
        {
            return "";
        }

        string name = named[0].Products.First(p => p.Document == evidence.Fact!.Document).Name;
        int at = evidence.Title.IndexOf(named[0].Text, StringComparison.OrdinalIgnoreCase);
        return named[0].Fit is MentionFit.Exact or MentionFit.Variant && !name.Contains(' ', StringComparison.Ordinal) ? name
            : at >= 0 ? evidence.Title.Substring(at, named[0].Text.Length)
            : "";
    }

    private static bool Agree(ImmutableArray<ScoredFact> facts) =>
        facts.GroupBy(f => f.Entry.Fact!.Product, StringComparer.Ordinal)
            .Select(g => string.Join('\n', g.Select(f => $"{f.Entry.Fact!.Condition}|{f.Entry.Fact.Value}|{f.Entry.Fact.Unit}").Order(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal).Count() == 1;

    private static Decision Clarify(QuestionAnalysis question, ImmutableArray<ScoredFact> facts, ProductCatalog catalog, double confidence)
    {
        bool severalSheets = facts.Select(f => f.Entry.Document).Distinct(StringComparer.Ordinal).Count() > 1;
        (string Choice, ScoredFact Source)[] choices =
        [
            .. facts.SelectMany(f => ChoiceNames.Of(f.Entry.Fact!, f.Entry.Title, severalSheets, catalog).Select(c => (Choice: c, Source: f)))
                .DistinctBy(c => c.Choice, StringComparer.Ordinal),
        ];
        return new Decision
        {
            Status = AnswerStatus.Clarify,
            Choices = [.. choices.Select(c => c.Choice)],
            ChoiceSources = [.. choices.Select(c => ToEvidence(c.Source)).DistinctBy(e => (e.Fact!.Document, e.Fact.Page))],
            Form = question.Form,
            Reason = NoAnswerReason.SeveralProducts,
            Confidence = confidence,
        };
    }

    private static Decision? UnknownProduct(QuestionAnalysis question, FactSelection selection)
    {
        // A code that stands in some line of the sheets is known after all.
        if (!selection.Facts.IsEmpty && selection.Facts[0].Features.UnknownModel == 0)
        {
            return null;
        }

        ProductMention? near = question.Mentions.FirstOrDefault(m => m.Fit == MentionFit.NearMiss);
        if (near is null)
        {
            return question.Mentions.Any(m => m.Fit == MentionFit.Unknown)
                ? Nothing(AnswerStatus.NotFound, NoAnswerReason.UnknownProduct, 0.9)
                : null;
        }

        // Offered is only what a sheet at hand prints.
        (string Name, ScoredFact Source)[] offered =
        [
            .. near.Products.Select(p => (p.Name, Source: selection.Facts.FirstOrDefault(f => f.Entry.Document == p.Document && f.Entry.Fact!.Product == p.Name) is { Entry: not null } own
                    ? own
                    : selection.Facts.FirstOrDefault(f => f.Entry.Document == p.Document)))
                .Where(p => p.Source.Entry is not null).DistinctBy(p => p.Name, StringComparer.Ordinal).Take(MaxFacts),
        ];
        if (offered.Length == 0)
        {
            return Nothing(AnswerStatus.NotFound, NoAnswerReason.UnknownProduct, 0.9);
        }

        return new Decision
        {
            Status = AnswerStatus.Clarify,
            Choices = [.. offered.Select(o => o.Name)],
            ChoiceSources = [.. offered.Select(o => ToEvidence(o.Source)).DistinctBy(e => (e.Fact!.Document, e.Fact.Page))],
            Form = question.Form,
            Reason = NoAnswerReason.NearMiss,
            Confidence = 0.9,
        };
    }

    private static Decision Nothing(AnswerStatus status, NoAnswerReason reason, double confidence) =>
        new() { Status = status, Reason = reason, Confidence = confidence };

    internal static Evidence ToEvidence(ScoredFact fact) =>
        new() { Fact = fact.Entry.Fact, Title = fact.Entry.Title, Revision = fact.Entry.Revision };
}
