using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>All that the candidate lines say of one product.</summary>
internal sealed class ProductProfile
{
    // "2000 h" is what a kit is for; "2000 h kit, separator, seals" has one in it.
    private const int WordsBesideQuantity = 2;
    private const double InPassing = 0.5;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Quantity Quantity, bool IsStated)>> _quantities = new(StringComparer.Ordinal);

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
        bool isStated = line.ValueQuantities.Sum(q => q.WordCount) >= line.ValueWords.Length - WordsBesideQuantity;
        foreach (Quantity quantity in line.ValueQuantities)
        {
            Add(quantity, isStated);
        }

        foreach (Quantity quantity in line.ConditionQuantities)
        {
            Add(quantity, isStated: true);
        }

        foreach (Quantity quantity in line.SectionQuantities)
        {
            Add(quantity, isStated: true);
        }
    }

    /// <summary>Whether the product has a word, a code or a quantity of the question.</summary>
    public bool Has(QuestionItem item) => ShareOf(item) > 0;

    /// <summary>How surely it has it: 1, or less for a quantity that only stands among the words of a cell.</summary>
    public double ShareOf(QuestionItem item)
    {
        // "The 12 V version" of an LRS-350-12; but 200 rpm is no 200:1.
        if (_names.Contains(item.Stem) || (item.Quantity is not { Kind.Length: > 0 } && _stems.Contains(item.Stem)))
        {
            return 1;
        }

        if (item.Quantity is not { Kind.Length: > 0 } asked || !_quantities.TryGetValue(asked.Kind, out List<(Quantity Quantity, bool IsStated)>? own))
        {
            return 0;
        }

        double share = 0;
        foreach ((Quantity quantity, bool isStated) in own)
        {
            if (quantity.Agrees(asked))
            {
                share = Math.Max(share, isStated ? 1 : InPassing);
            }
        }

        return share;
    }

    private void Add(Quantity quantity, bool isStated)
    {
        if (quantity.Kind.Length > 0)
        {
            (_quantities.TryGetValue(quantity.Kind, out List<(Quantity Quantity, bool IsStated)>? list) ? list : _quantities[quantity.Kind] = []).Add((quantity, isStated));
        }
    }
}
