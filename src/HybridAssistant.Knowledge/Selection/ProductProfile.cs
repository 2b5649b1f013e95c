using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>All that the candidate lines say of one product.</summary>
internal sealed class ProductProfile
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Quantity>> _quantities = new(StringComparer.Ordinal);

    public ProductProfile(string product)
    {
        foreach (Word word in WordSplitter.Split(product))
        {
            _names.Add(word.Stem);
        }
    }

    /// <summary>Adds a line of the product.</summary>
    public void Add(LineProfile line)
    {
        _stems.UnionWith(line.Set);
        foreach (Quantity quantity in line.ValueQuantities)
        {
            Add(quantity);
        }

        foreach (Quantity quantity in line.ConditionQuantities)
        {
            Add(quantity);
        }

        foreach (Quantity quantity in line.SectionQuantities)
        {
            Add(quantity);
        }
    }

    /// <summary>Whether the product has a word, a code or a quantity of the question.</summary>
    public bool Has(QuestionItem item)
    {
        // "The 12 V version" of an LRS-350-12; but 200 rpm is no 200:1.
        if (_names.Contains(item.Stem) || (item.Quantity is not { Kind.Length: > 0 } && _stems.Contains(item.Stem)))
        {
            return true;
        }

        if (item.Quantity is not { Kind.Length: > 0 } asked || !_quantities.TryGetValue(asked.Kind, out List<Quantity>? own))
        {
            return false;
        }

        foreach (Quantity quantity in own)
        {
            if (quantity.Agrees(asked))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Quantity quantity)
    {
        if (quantity.Kind.Length > 0)
        {
            (_quantities.TryGetValue(quantity.Kind, out List<Quantity>? list) ? list : _quantities[quantity.Kind] = []).Add(quantity);
        }
    }
}
