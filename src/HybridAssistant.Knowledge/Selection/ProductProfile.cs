using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>All that the candidate lines say of one product.</summary>
internal sealed class ProductProfile
{
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
            ? _quantities.Exists(q => NominalQuantities.Agree(q, quantity)) || _stems.Contains(item.Stem)
            : _stems.Contains(item.Stem);
}
