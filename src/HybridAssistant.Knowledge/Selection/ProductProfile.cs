using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>All that the candidate lines say of one product.</summary>
internal sealed class ProductProfile
{
    private const double Tolerance = 1e-6;

    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly List<Quantity> _quantities = [];

    public ProductProfile(string product)
    {
        foreach (Word word in WordSplitter.Split(product))
        {
            _stems.Add(word.Stem);
        }
    }

    /// <summary>Adds a line of the product.</summary>
    public void Add(LineProfile line)
    {
        _stems.UnionWith(line.ValueStems);
        _stems.UnionWith(line.SectionStems);
        _stems.UnionWith(line.ConditionStems);
        _stems.UnionWith(line.LabelStems);
        _quantities.AddRange(line.ValueQuantities);
        _quantities.AddRange(line.ConditionQuantities);
    }

    /// <summary>Whether the product has a word, a code or a quantity of the question.</summary>
    public bool Has(QuestionItem item) =>
        item.Quantity is { } quantity
            ? _quantities.Exists(q => Same(q, quantity)) || _stems.Contains(item.Stem)
            : _stems.Contains(item.Stem);

    /// <summary>Same number; same kind where both have one.</summary>
    public static bool Same(Quantity a, Quantity b) =>
        (Math.Abs(a.Value - b.Value) <= Tolerance * Math.Max(1, Math.Abs(a.Value))
            && (a.Kind.Length == 0 || b.Kind.Length == 0 || a.Unit == b.Unit))
        || (a.Kind == "Length" && b.Kind == "Length" && a.Unit != b.Unit && Lengths.Agree(a, b));
}
