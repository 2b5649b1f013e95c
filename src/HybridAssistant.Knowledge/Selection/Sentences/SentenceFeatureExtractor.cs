using System.Collections.Frozen;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>Measures what speaks for and against quoting a sentence.</summary>
internal static class SentenceFeatureExtractor
{
    private const int ShortestKey = 3;
    private const double SameFamily = 0.5;
    private const double SureFact = 6;

    // Without an embedder all sentences are as near as right ones usually are.
    private const double NeutralCosine = 0.5;

    public static SentenceFeatures Extract(
        SentenceContext context, IndexEntry entry, SentenceProfile sentence, double? cosine, double? bestCosine, double bestFact)
    {
        (double attribute, bool missed) = MatchAttributes(context, sentence);
        return new SentenceFeatures
        {
            Cosine = cosine ?? NeutralCosine,
            CosineGap = cosine - bestCosine ?? 0,
            Sheet = context.SheetScore(entry.Document),
            Named = MatchNamed(context, entry.Document, sentence),
            Attribute = attribute,
            Coverage = Share(context, sentence.Stems),
            Heading = Share(context, sentence.HeadingStems),
            Kind = context.Question.AskedKinds.IsEmpty ? 0
                : sentence.Quantities.Any(q => context.Question.AskedKinds.Contains(q.Kind)) ? 1 : -1,
            Quantity = context.Question.Quantities.Any(q => q.Kind.Length > 0 && sentence.Quantities.Any(q.Agrees)) ? 1 : 0,
            Version = context.Versions.IsNamedBy(sentence.Stems, sentence.Denies, unless: context.BestFact) ? 1 : 0,
            Unmet = Math.Min(2, context.Codes.Count(c => !sentence.Stems.Contains(c) && !sentence.HeadingStems.Contains(c)
                && !context.Catalog.WordsOf(entry.Document).Contains(c))),
            Opposed = Math.Min(1, context.Sides.CountOpposed(sentence.Sides) / 2.0),
            Missed = missed ? 1 : 0,
            Permits = context.Question.Form == AnswerForm.YesNo && sentence.Permits ? 1 : 0,
            Statement = sentence.IsStatement ? 1 : 0,
            BestFact = Math.Clamp(bestFact / SureFact, -1, 1),
        };
    }

    private static double MatchNamed(SentenceContext context, string document, SentenceProfile sentence)
    {
        if (context.Question.NamedProducts.IsEmpty)
        {
            return 0;
        }

        bool isOwnSheet = false;
        bool isOwn = false;
        foreach (CatalogProduct product in context.Question.NamedProducts.Where(p => p.Document == document))
        {
            isOwnSheet = true;
            string key = CodeNormalizer.Normalize(product.Name);
            isOwn |= key.Length >= ShortestKey && (sentence.Key.Contains(key, StringComparison.Ordinal) || sentence.HeadingKey.Contains(key, StringComparison.Ordinal));
        }

        bool isOther = context.Catalog.KeysOf(document).Any(k => k.Length >= ShortestKey && sentence.Key.Contains(k, StringComparison.Ordinal));
        return isOwn ? 1 : !isOwnSheet || isOther ? -1 : 0;
    }

    private static (double Attribute, bool Missed) MatchAttributes(SentenceContext context, SentenceProfile sentence)
    {
        double best = 0;
        bool missed = false;
        foreach (AttributeMatch asked in context.Question.Attributes)
        {
            double fit = 0;
            foreach (AttributeMatch stated in sentence.Attributes.Concat(sentence.HeadingAttributes))
            {
                fit = Math.Max(fit, stated.Concept == asked.Concept ? 1 : stated.Concept.Family == asked.Concept.Family ? SameFamily : 0);
            }

            missed |= asked.IsTelling && fit < SameFamily;
            best = Math.Max(best, fit);
        }

        return (best, missed);
    }

    private static double Share(SentenceContext context, FrozenSet<string> among)
    {
        double found = 0;
        double total = 0;
        foreach (string stem in context.Asked)
        {
            double weight = context.Rarity(stem);
            total += weight;
            found += among.Contains(stem) ? weight : 0;
        }

        return total > 0 ? found / total : 0;
    }
}
