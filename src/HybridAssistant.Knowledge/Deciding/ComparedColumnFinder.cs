using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Finds the attribute that a question of order or threshold compares, on each sheet that it speaks of.</summary>
internal static class ComparedColumnFinder
{
    private const double MinFit = 0.4;
    private const double MinFitOfOtherKind = 0.6;
    private const double SheetGap = 0.25;
    private const double SameSheets = 0.85;
    private const double ScoreWeight = 0.05;
    private const double RankStep = 0.05;

    // What the question says in so many words counts for more: "the narrower gap" is no width.
    private const double DegreeWeight = 0.5;
    private const double LabelWeight = 0.6;

    /// <summary>The best column of each sheet in scope, all of one quantity kind; empty where none fits.</summary>
    public static ImmutableArray<ComparedColumn> Find(
        QuestionAnalysis question, RetrievalResult retrieval, FactSelection selection, bool isConfident)
    {
        ScoredFact[] scope = [.. Scope(question, retrieval, selection, isConfident)];
        Degree? degree = DegreeOf(question);
        HashSet<string> kind = [.. CategoryFinder.Find(question.Words, question.Mentions).Select(w => w.Stem)];
        ComparedColumn[] columns =
        [
            .. scope.Where(f => f.Entry.Fact!.Typed is not null)
                .GroupBy(f => (f.Entry.Document, Label: f.Entry.Fact!.Attribute.ToUpperInvariant(), f.Entry.Fact.Typed!.Kind))
                .Select(g => ToColumn(g.Key.Document, g.Key.Kind, [.. g], degree))
                .Where(c => IsComparable(question, c) && !NamesKind(kind, c))
                .OrderByDescending(c => c.Fit + (ScoreWeight * c.Score)),
        ];
        if (columns.Length == 0)
        {
            return [];
        }

        // A sheet may table its products apart, under labels of their own: "Temperature" here, "Max. temperature" there.
        ComparedColumn best = columns[0];
        var found = ImmutableArray.CreateBuilder<ComparedColumn>();
        foreach (ComparedColumn column in columns.Where(c => c.Kind == best.Kind && c.IsOtherEnd == best.IsOtherEnd
            && (c.Document == best.Document || c.Fit >= best.Fit - SheetGap)))
        {
            if (found.Where(c => c.Document == column.Document).All(c => Complements(column, c)))
            {
                found.Add(column);
            }
        }

        return found.ToImmutable();
    }

    // The inputs of "which input module" are not what is asked for.
    private static bool NamesKind(HashSet<string> kind, ComparedColumn column) =>
        kind.Count > 1 && WordSplitter.Split(column.Facts[0].Entry.Fact!.Attribute).All(w => kind.Contains(w.Stem));

    private static Degree? DegreeOf(QuestionAnalysis question)
    {
        Degree? superlative = question.Form == AnswerForm.Threshold ? null : DegreeLexicon.Default.FindSuperlative(question.Words);
        return superlative ?? DegreeLexicon.Default.FindComparative(question.Words);
    }

    private static bool Complements(ComparedColumn column, ComparedColumn other) =>
        SameConcept.Names(column.Facts[0].Entry.Fact!, other.Facts[0].Entry.Fact!)
        && column.Facts.All(f => f.Entry.Fact!.Product.Length > 0)
        && !column.Facts.Any(f => other.Facts.Any(o => o.Entry.Fact!.Product == f.Entry.Fact!.Product));

    // The products named, those of the kind named, or those of the sheets that the best lines are on.
    private static IEnumerable<ScoredFact> Scope(
        QuestionAnalysis question, RetrievalResult retrieval, FactSelection selection, bool isConfident)
    {
        if (!question.NamedProducts.IsEmpty)
        {
            // Models are chosen between where each has a name of its own: one name that several have stands for all of them.
            CatalogProduct[] models = [.. question.NamedProducts.Where(p => !p.IsSeries)];
            bool isChoice = question.Mentions.Count(m => m.Fit is MentionFit.Exact or MentionFit.Variant && m.Products.Any(p => !p.IsSeries)) > 1;
            ScoredFact[] family = isChoice ? [] : [.. models.SelectMany(m => FamilyOf(m, selection)).DistinctBy(f => f.Entry.Id, StringComparer.Ordinal)];
            bool IsOfFamily(ScoredFact fact) => !family.Any(f => f.Entry.Document == fact.Entry.Document) || family.Any(f => f.Entry.Id == fact.Entry.Id);

            return selection.Facts.Where(f => (isChoice
                    ? models.Any(p => p.Document == f.Entry.Document && p.Name == f.Entry.Fact!.Product)
                    : question.NamedProducts.Any(p => p.Document == f.Entry.Document) && IsOfFamily(f))
                && (retrieval.Category.IsEmpty || retrieval.Category.Contains(f.Entry.Document)));
        }

        if (!retrieval.Category.IsEmpty)
        {
            return selection.Facts.Where(f => retrieval.Category.Contains(f.Entry.Document));
        }

        return isConfident || selection.Facts.Any(f => f.Features.Sheet >= 1)
            ? selection.Facts.Where(f => f.Features.Sheet >= SameSheets || selection.Facts.All(o => o.Features.Sheet == 0))
            : [];
    }

    // "The three EV-110 types": the models whose names go on from the one that is named.
    private static ScoredFact[] FamilyOf(CatalogProduct head, FactSelection selection)
    {
        string key = CodeNormalizer.Normalize(head.Name);
        ScoredFact[] family =
        [
            .. selection.Facts.Where(f => f.Entry.Document == head.Document
                && CodeNormalizer.Normalize(f.Entry.Fact!.Product) is var name && name.Length > key.Length && name.StartsWith(key, StringComparison.Ordinal)),
        ];
        return family.Select(f => f.Entry.Fact!.Product).Distinct(StringComparer.Ordinal).Count() > 1 ? family : [];
    }

    private static ComparedColumn ToColumn(string document, string kind, ImmutableArray<ScoredFact> facts, Degree? degree)
    {
        double fit = facts.Max(f => f.Features.Attribute + (LabelWeight * f.Features.Label) - f.Features.Opposed);
        bool isOtherEnd = false;
        bool isOfDegree = false;
        if (degree is { Attributes.IsEmpty: false })
        {
            ImmutableArray<AttributeMatch> labels = AttributeLexicon.Default.Match(WordSplitter.Split(facts[0].Entry.Fact!.Attribute), asQuestion: false);
            for (int i = 0; i < degree.Attributes.Length; i++)
            {
                DegreeAttribute attribute = degree.Attributes[i];
                double own = labels.Select(l => l.Concept.Name == attribute.Name ? 1.0 : l.Concept.Family == attribute.Name ? 0.7 : 0).DefaultIfEmpty().Max()
                    - (RankStep * i);
                if (own > 0.5)
                {
                    fit += DegreeWeight * own;
                    isOtherEnd = attribute.IsOtherEnd;
                    isOfDegree = true;
                    break;
                }
            }
        }

        return new ComparedColumn(document, kind, facts, fit, facts[0].Score, isOfDegree, isOtherEnd);
    }

    private static bool IsComparable(QuestionAnalysis question, ComparedColumn column)
    {
        if (question.Form == AnswerForm.Threshold)
        {
            return question.Quantities.Any(q => q.Kind.Length > 0 && q.Kind == column.Kind);
        }

        bool isOfKind = question.AskedKinds.IsEmpty || question.AskedKinds.Contains(column.Kind);
        return (column.IsOfDegree || column.Fit >= (isOfKind ? MinFit : MinFitOfOtherKind)) && (column.Kind.Length > 0 || column.Facts[0].Features.Label > 0);
    }
}
