using System.Collections.Immutable;
using System.Numerics;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.FollowUps;
using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Step 1: finds out what a question asks: its products, attributes, conditions, unit and form.</summary>
public sealed class QuestionAnalyzer
{
    // "Three heated gear pumps".
    private const int WordsAfterCount = 3;

    private readonly AttributeLexicon _attributes = AttributeLexicon.Default;
    private readonly UnitLexicon _units = UnitLexicon.Default;
    private readonly MentionFinder _mentions = new(UnitLexicon.Default);
    private readonly TypingErrors _typingErrors = TypingErrors.Default;
    private readonly FollowUpResolver _followUps;

    /// <summary>An analyzer over the lexicons that ship with the library.</summary>
    public QuestionAnalyzer() => _followUps = new FollowUpResolver(_mentions, _attributes);

    /// <summary>Analyses a question against the products of the index.</summary>
    public QuestionAnalysis Analyze(Question question, ProductCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(catalog);
        string said = _followUps.Resolve(_typingErrors.Correct(question, catalog), catalog);
        string text = AboutFiltered(said, question.ProductFilter, catalog);
        ImmutableArray<Word> words = WordSplitter.Split(text);
        ImmutableArray<KindMention> kindNames = ProductKindLexicon.Default.Find(words);
        ImmutableArray<KindMention> kinds = WithoutModifiers(kindNames, words, text);
        ImmutableArray<AttributeMatch> attributes = WithoutConditions(WithoutKinds(_attributes.Match(words, asQuestion: true), kindNames), words);
        ImmutableArray<ProductMention> mentions = SizeMentions.Resolve(_mentions.Find(text, catalog));

        // The 24 of a GM-24 is no quantity of the question, and "three EV-110" are no electron volts.
        ImmutableArray<Quantity> quantities =
        [
            .. QuantitySearch.Find(words, _units).Where(q => !mentions.Any(m => m.Fit != MentionFit.Other
                && words.Slice(q.Index, q.WordCount).Any(w => m.Contains(w.Start)))
                && !IsCount(text, words, q)).Select(q => AskedDegrees.Read(q, words, attributes)),
        ];
        ImmutableArray<CatalogProduct> named =
        [
            .. mentions.Where(m => m.Fit is MentionFit.Exact or MentionFit.Series or MentionFit.Variant).SelectMany(m => m.Products).Distinct(),
        ];
        ImmutableArray<Word> own = WordSplitter.Split(question.Message);
        UnitSpelling? unit = AskedDegrees.Read(FindAskedUnit(words, quantities, mentions), attributes);
        AnswerForm form = FormDetector.Detect(words, attributes, quantities, mentions, catalog);
        return new QuestionAnalysis
        {
            Question = question,
            Text = text,
            Refusal = ScopeGuard.Default.Check(own, question.Message, text == said && mentions.Any(m => m.Fit != MentionFit.Other), attributes.Length > 0),
            Form = form,
            Extremum = FormDetector.FindExtremum(words),
            Mentions = mentions,
            AskedUnit = unit?.Unit ?? "",
            AskedKinds = unit is null && AsksForName(words, attributes) ? [] : FindAskedKinds(unit, form, attributes, quantities),
            Words = words,
            Quantities = quantities,
            Kinds = [.. kinds.Where(k => !mentions.Any(m => m.Fit != MentionFit.Other
                && words[k.From].Start >= m.Start && words[k.From].Start < m.Start + m.Text.Length))],
            Attributes = attributes,
            ContentStems = [.. words.Where(w => !StopWords.Contains(w)).Select(w => w.Stem).Distinct(StringComparer.Ordinal)],
            NamedProducts = named,
        };
    }

    // Beside a ticket about a pump "which seal kit fits?" is asked of that pump.
    private string AboutFiltered(string text, string? product, ProductCatalog catalog) =>
        string.IsNullOrEmpty(product) || _mentions.Find(text, catalog).Any(m => m.Fit != MentionFit.Other)
            ? text
            : $"{text.TrimEnd(' ', '?', '.')} ({product})?";

    // "The three floats" says how many there are, not what they have.
    private static bool IsCount(string text, ImmutableArray<Word> words, Quantity quantity) =>
        quantity.Kind.Length == 0 && char.IsLetter(text[words[quantity.Index].Start])
        && words.Skip(quantity.Index + 1).Take(WordsAfterCount).Any(w => w.Text.EndsWith('s') && (CategoryFinder.IsNoun(w) || FormWords.ProductNoun.Contains(w)));

    // "The ball valve pump" is a pump, "the actuator / cylinder" either; "which sensor switches fastest" is about a sensor.
    private static ImmutableArray<KindMention> WithoutModifiers(ImmutableArray<KindMention> kinds, ImmutableArray<Word> words, string text)
    {
        bool IsApart(int i) => text[words[kinds[i].From - 1].Start..words[kinds[i].From].Start].AsSpan().IndexOfAny('/', ',') >= 0;
        bool IsVerb(int i) => i > 0 && kinds[i - 1].From + kinds[i - 1].Count == kinds[i].From && kinds[i].Count == 1
            && words[kinds[i].From].Text.EndsWith('s') && !words[kinds[i].From - 1].Text.EndsWith('s');
        bool IsModifier(int i) => i + 1 < kinds.Length && kinds[i].From + kinds[i].Count == kinds[i + 1].From && !IsVerb(i + 1) && !IsApart(i + 1);
        return [.. kinds.Where((_, i) => !IsVerb(i) && !IsModifier(i))];
    }

    // "How heavy is the pressure transmitter" asks for no pressure.
    private static ImmutableArray<AttributeMatch> WithoutKinds(ImmutableArray<AttributeMatch> attributes, ImmutableArray<KindMention> kinds)
    {
        ulong named = kinds.Where(k => k.Count > 1 && k.From + k.Count <= 64).Aggregate(0UL, (bits, k) => bits | (((1UL << k.Count) - 1) << k.From));
        ImmutableArray<AttributeMatch> asked = [.. attributes.Where(a => (a.Words & named) == 0)];
        return asked.IsEmpty ? attributes : asked;
    }

    // "Service life at rated torque" asks for no torque; "current at stall" says which current.
    private static ImmutableArray<AttributeMatch> WithoutConditions(ImmutableArray<AttributeMatch> attributes, ImmutableArray<Word> words)
    {
        bool IsCondition(AttributeMatch match)
        {
            int before = BitOperations.TrailingZeroCount(match.Words) - 1;
            while (before >= 0 && (words[before].Text is "the" or "a" or "its" or "full" || FormWords.Maximum.Contains(words[before]) || FormWords.Typical.Contains(words[before])))
            {
                before--;
            }

            return before > 0 && words[before].Text == "at";
        }

        ImmutableArray<AttributeMatch> asked = [.. attributes.Where(a => !IsCondition(a))];
        return [.. attributes.Where(a => asked.IsEmpty || asked.Contains(a) || asked.Any(o => o.Concept.Family == a.Concept.Family))];
    }

    // "in psi", "how many amps", "weight (kg)": a unit that stands without a number; one that is called for before others.
    private UnitSpelling? FindAskedUnit(ImmutableArray<Word> words, ImmutableArray<Quantity> quantities, ImmutableArray<ProductMention> mentions)
    {
        UnitSpelling? named = null;
        for (int i = 0; i < words.Length; i++)
        {
            Quantity owner = quantities.FirstOrDefault(q => i >= q.Index && i < q.Index + q.WordCount);
            string before = i > 0 ? words[i - 1].Text : "";

            // "In lbs" asks for pounds; it is no inch-pound.
            bool opensRequest = words[i].Text == "in" && i + 1 < words.Length && _units.Match(words, i + 1) is not null;

            // "A metre away", "for every degree": one of them is no request.
            bool isOne = before is "a" or "an" or "one" or "per" or "each" or "every" or "another";

            // The LM-20 is no lumen.
            bool isInCode = mentions.Any(m => words[i].Start >= m.Start && words[i].Start < m.Start + m.Text.Length);
            if (owner.WordCount > 0 || opensRequest || isOne || isInCode || _units.Match(words, i) is not { } unit)
            {
                continue;
            }

            if (before is "in" or "many" && words[i].Text is not ("in" or "a"))
            {
                return unit;
            }

            named ??= unit.IsOrdinaryWord ? null : unit;
        }

        return named;
    }

    // "Which face-to-face standard", "top flange type to ISO 5211 on the ...": F10 is no length.
    private static bool AsksForName(ImmutableArray<Word> words, ImmutableArray<AttributeMatch> attributes)
    {
        for (int i = 1; i < Math.Min(64, words.Length); i++)
        {
            bool endsNoun = i + 1 == words.Length || StopWords.Contains(words[i + 1]);
            bool isOfAsked = attributes.Any(a => (a.Words & (1UL << (i - 1))) != 0);
            if (endsNoun && isOfAsked && FormWords.Naming.Contains(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> FindAskedKinds(
        UnitSpelling? unit, AnswerForm form, ImmutableArray<AttributeMatch> attributes, ImmutableArray<Quantity> quantities)
    {
        if (unit is { } asked)
        {
            return [asked.Kind];
        }

        // "Which are rated above 85 °C": the bound tells what is asked.
        if (form == AnswerForm.Threshold)
        {
            return [.. quantities.Select(q => q.Kind).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)];
        }

        // "Can it take 120 °C?": so does the amount.
        IEnumerable<string> amounts = form == AnswerForm.YesNo ? quantities.Select(q => q.Kind).Where(k => k.Length > 0) : [];
        return [.. attributes.Where(a => !a.IsPassing).SelectMany(a => a.Concept.Kinds).Concat(amounts).Distinct(StringComparer.Ordinal)];
    }
}
