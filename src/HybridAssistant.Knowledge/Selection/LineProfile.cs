using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection.Conditions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>A fact's line taken apart for comparison; made once a fact and kept.</summary>
internal sealed class LineProfile
{
    private LineProfile(Fact fact)
    {
        AttributeWords = WordSplitter.Split(fact.Attribute);
        ConditionWords = WordSplitter.Split(fact.Condition);
        ImmutableArray<Word> section = WordSplitter.Split(fact.Section);
        ImmutableArray<Word> value = WordSplitter.Split(fact.Unit.StartsWith(':') ? fact.Value + fact.Unit + "1" : fact.Value + " " + fact.Unit);
        ValueWords = value;
        ContextAttributes = AttributeLexicon.Default.Match(ConditionWords, asQuestion: false)
            .AddRange(AttributeLexicon.Default.Match(section, asQuestion: false));
        ConditionQuantities = QuantitySearch.Find(ConditionWords, UnitLexicon.Default)
            .AddRange(QuantitySearch.Find(AttributeWords, UnitLexicon.Default));
        Conditions = StatedConditions.Of(fact.Condition, ConditionWords).AddRange(StatedConditions.Of(fact.Attribute, AttributeWords));
        Denied = Denials.StemsOf(AttributeWords.AddRange(ConditionWords));
        Qualifiers = QualifiersOf(ConditionWords);
        SectionQuantities = QuantitySearch.Find(section, UnitLexicon.Default);
        ValueQuantities = QuantitySearch.Find(value, UnitLexicon.Default);
        UnitSpelling? unit = fact.Unit.Length > 0 ? UnitLexicon.Default.Find(fact.Unit) : null;
        Unit = unit?.Unit ?? ValueQuantities.Select(q => q.Unit).FirstOrDefault(u => u.Length > 0) ?? "";
        // "RK-22-F" is a part, not 22 farad.
        IsCode = fact.Unit.Length == 0 && CodeFinder.Default.IsWholeCode(fact.Value);
        Kind = IsCode && char.IsAsciiLetter(fact.Value[0]) ? "" : fact.Typed is { Kind.Length: > 0 } typed ? typed.Kind
            : fact.Value.AsSpan().IndexOfAny('$', '€', '£') >= 0 ? "Money"
            : unit?.Kind ?? ValueQuantities.Select(q => q.Kind).FirstOrDefault(k => k.Length > 0) ?? "";
        IsCode &= Kind.Length == 0;
        Attributes = [.. AttributeLexicon.Default.Match(AttributeWords, asQuestion: false), .. SymbolLexicon.Default.Match(AttributeWords, Kind)];
        ValueAttributes = AttributeLexicon.Default.Match(value, asQuestion: false);
        Key = string.Join('|', new[] { fact.Product, fact.Section, fact.Attribute, fact.Condition, IsCode ? fact.Value : "" }.Select(p => CodeNormalizer.Normalize(p)));
        LabelStems = Stems(AttributeWords);
        ConditionStems = Stems(ConditionWords);
        SectionStems = Stems(section);
        ValueStems = Stems(value);
        LineStems = [.. LabelStems.Concat(ConditionStems).Concat(SectionStems).Concat(ValueStems).Distinct(StringComparer.Ordinal)];
        Set = LineStems.ToFrozenSet(StringComparer.Ordinal);
        Texts = AttributeWords.AddRange(ConditionWords).AddRange(section).Select(w => w.Text).ToFrozenSet(StringComparer.Ordinal);
        Sides = OppositeWords.Default.SidesOf(AttributeWords.AddRange(ConditionWords).AddRange(section));
    }

    public ImmutableArray<Word> AttributeWords { get; }

    public ImmutableArray<Word> ConditionWords { get; }

    public ImmutableArray<Word> ValueWords { get; }

    public ImmutableArray<AttributeMatch> Attributes { get; }

    public ImmutableArray<AttributeMatch> ContextAttributes { get; }

    /// <summary>Attributes that a value in words names: "CE, ATEX" tells of explosion protection under any label.</summary>
    public ImmutableArray<AttributeMatch> ValueAttributes { get; }

    public ImmutableArray<Quantity> ConditionQuantities { get; }

    /// <summary>The same as values and ranges for which the line holds.</summary>
    public ImmutableArray<StatedCondition> Conditions { get; }

    /// <summary>What the line says the product has not.</summary>
    public FrozenSet<string> Denied { get; }

    /// <summary>Words of the condition that a question for just this line would say: no numbers, no "max".</summary>
    public ImmutableArray<string> Qualifiers { get; }

    /// <summary>Quantities of the heading above: they tell products apart, but state no condition of the line.</summary>
    public ImmutableArray<Quantity> SectionQuantities { get; }

    public ImmutableArray<Quantity> ValueQuantities { get; }

    public string Kind { get; }

    public string Unit { get; }

    /// <summary>Whether the value is a part number or ordering code.</summary>
    public bool IsCode { get; }

    public ImmutableArray<string> LabelStems { get; }

    public ImmutableArray<string> ConditionStems { get; }

    public ImmutableArray<string> SectionStems { get; }

    public ImmutableArray<string> ValueStems { get; }

    public ImmutableArray<string> LineStems { get; }

    /// <summary>All stems of the line.</summary>
    public FrozenSet<string> Set { get; }

    /// <summary>Product, section, label, condition and a code for value, folded as codes are: finds a model that heads a row or a group.</summary>
    public string Key { get; }

    /// <summary>On which sides of opposites the line stands.</summary>
    public OppositeSides Sides { get; }

    /// <summary>Words of label, condition and section, unstemmed.</summary>
    public FrozenSet<string> Texts { get; }

    public static LineProfile Of(Fact fact) => new(fact);

    private static ImmutableArray<string> QualifiersOf(ImmutableArray<Word> condition)
    {
        ImmutableArray<Quantity> quantities = QuantitySearch.Find(condition, UnitLexicon.Default);
        return Stems([.. condition.Where((w, i) => !w.IsNumber && !quantities.Any(q => q.Index < i && i < q.Index + q.WordCount) && !FormWords.IsOfRange(w))]);
    }

    private static ImmutableArray<string> Stems(ImmutableArray<Word> words) =>
        [.. words.Where(w => !StopWords.Contains(w)).Select(w => w.Stem).Distinct(StringComparer.Ordinal)];
}
