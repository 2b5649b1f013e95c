using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Tells whether a question asks for products ("which pump", "the lightest one") rather than for what one of them has.</summary>
internal static class ProductNounFinder
{
    private const int WordsAfterAsking = 5;
    private const int WordsAfterSuperlative = 4;
    private const int WordsAfterTellingSuperlative = 6;

    /// <summary>Whether the words ask for products: "which pump", "which of the models", "the lightest one".</summary>
    public static bool AsksForProducts(ImmutableArray<Word> words, HashSet<int> asked, ProductCatalog catalog) =>
        Find(words, asked, catalog, isChoice: false);

    /// <summary>Whether they ask for one out of several, where a superlative or a bound says that there is a choice: "which screw variant".</summary>
    public static bool AsksForOneOf(ImmutableArray<Word> words, HashSet<int> asked, ProductCatalog catalog) =>
        Find(words, asked, catalog, isChoice: true);

    /// <summary>Whether the name of a series stands where products are asked for: "which KX lets ...", "the heaviest KX", "of all KX, which".</summary>
    public static bool AsksForOneOf(ImmutableArray<Word> words, ImmutableArray<ProductMention> mentions)
    {
        ProductMention[] series = [.. mentions.Where(m => m.Products.Length > 1)];
        for (int i = 0; i < words.Length; i++)
        {
            bool opensChoice = words[i].Text is "of" or "among" && words.Skip(i + 1).Any(w => w.Text == "which");
            if (opensChoice || words[i].Text == "which" || DegreeLexicon.Default.IsSuperlative(words[i]))
            {
                int next = i + 1;
                while (next < words.Length && words[next].Text is "of" or "all" or "the" or "your" or "our")
                {
                    next++;
                }

                if (next < words.Length && series.Any(m => m.Contains(words[next].Start)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Find(ImmutableArray<Word> words, HashSet<int> asked, ProductCatalog catalog, bool isChoice)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if ((FormWords.Choosing.Contains(words[i]) && IsAskedAt(words, i, asked, catalog, isChoice))
                || (DegreeLexicon.Default.SuperlativeOf(words[i]) is { } degree && IsNamedBehind(words, i, asked, degree, isChoice))
                || words[i].Text == "among")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAskedAt(ImmutableArray<Word> words, int index, HashSet<int> asked, ProductCatalog catalog, bool isChoice)
    {
        bool which = words[index].Text == "which";
        int end = Math.Min(words.Length, index + WordsAfterAsking);
        for (int j = index + 1; j < end; j++)
        {
            bool isAsked = asked.Contains(words[j].Start);
            bool isNoun = IsProduct(words[j], isChoice);
            if (isAsked && !isNoun && which && j == index + 1 && !(isChoice && j + 1 < end && IsProduct(words[j + 1], isChoice)))
            {
                return false;
            }

            // "Which Hammond rubber foot is ...": the words of a sheet's name stand for its products.
            bool isNameWord = which && !isAsked && catalog.Rarity(words[j].Stem) > 0;
            bool endsName = isNameWord && ((j + 1 < words.Length && FormWords.Copula.Contains(words[j + 1])) || (j > index + 1 && EndsNounPhrase(words, j)));
            if ((isNoun && words[index].Text != "what" && EndsNounPhrase(words, j)) || endsName)
            {
                return true;
            }

            if (words[j].Text is "is" or "does" or "do" or "the" or "are" && words[j - 1].Text is not "of")
            {
                return false;
            }
        }

        return false;
    }

    // "The lightest one", "lightest LV switch"; "heaviest ball bearing" says itself that it asks for the weight.
    private static bool IsNamedBehind(ImmutableArray<Word> words, int index, HashSet<int> asked, Degree degree, bool isChoice)
    {
        bool tellsAttribute = isChoice && !degree.Attributes.IsEmpty;
        int end = Math.Min(words.Length, index + (tellsAttribute ? WordsAfterTellingSuperlative : WordsAfterSuperlative));
        for (int j = index + 1; j < end; j++)
        {
            bool isNoun = IsProduct(words[j], isChoice);
            if (asked.Contains(words[j].Start) && !isNoun && (!tellsAttribute || StopWords.Contains(words[j])))
            {
                return false;
            }

            if (isNoun && EndsNounPhrase(words, j))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsProduct(Word word, bool isChoice) =>
        FormWords.ProductNoun.Contains(word) || CategoryFinder.IsNoun(word) || (isChoice && FormWords.ChoiceNoun.Contains(word));

    // "which switch is", "which pump delivers", not "which switch vendor".
    private static bool EndsNounPhrase(ImmutableArray<Word> words, int index) =>
        index + 1 >= words.Length
        || words[index].Text.EndsWith('s')
        || StopWords.Contains(words[index + 1])
        || words[index + 1].IsNumber
        || DegreeLexicon.Default.IsSuperlative(words[index + 1])
        || words[index + 1].Text.EndsWith('s')
        || FormWords.NounEnd.Contains(words[index + 1]);
}
