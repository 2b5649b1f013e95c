using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Finds the form of a question and the end of a range that it asks for, by its words.</summary>
internal static class FormDetector
{
    private static readonly FrozenSet<string> Auxiliaries = Set("is are does do can may could will would has have should am was isnt arent doesnt");
    private static readonly FrozenSet<string> Interrogatives = Set("what which how who whom where when why whats");
    private static readonly FrozenSet<string> ProductNouns = Set(
        "model models version versions variant variants type types unit units product products part parts one ones pump pumps motor motors "
        + "valve valves drive drives transmitter transmitters sensor sensors switch switches relay relays supply supplies converter converters "
        + "module modules fuse fuses cable cables bearing bearings compressor compressors exchanger exchangers transceiver transceivers "
        + "battery batteries cell cells transducer transducers foot feet wheel fork forks float floats cylinder cylinders meter meters "
        + "gauge gauges controller controllers board boards thermostat thermostats blower blowers fan fans filter filters box boxes kit kits "
        + "probe gearmotor gearmotors gearbox gearboxes probe probes device devices family series kx of actuator actuators");
    private static readonly FrozenSet<string> Most = Set(
        "maximum max highest most largest biggest greatest hottest heaviest strongest fastest longest tallest widest peak top upper loudest "
        + "powerful thickest deepest best above farthest furthest");
    private static readonly FrozenSet<string> Least = Set(
        "minimum min lowest least smallest coldest lightest weakest slowest shortest narrowest thinnest quietest lower cheapest slightest faintest");
    private static readonly FrozenSet<string> Usual = Set("typical typ typically nominal usual normal normally average nominally");
    private static readonly SuperlativeLexicon Superlatives = SuperlativeLexicon.Default;
    private static readonly FrozenSet<string> Bounds = Set(
        "above over below under exceed exceeds than least most tolerate tolerates withstand withstands beyond up reach reaches handle handles stand stands");

    /// <summary>The form of a question.</summary>
    public static AnswerForm Detect(ImmutableArray<Word> allWords, ImmutableArray<AttributeMatch> attributes,
        ImmutableArray<Quantity> quantities, ImmutableArray<ProductMention> mentions, ProductCatalog catalog)
    {
        // "IS-12F" asks nothing: the words of codes are no question words.
        ImmutableArray<Word> words = [.. allWords.Where(w => !mentions.Any(m => w.Start >= m.Start && w.Start < m.Start + m.Text.Length))];
        bool which = words.Any(w => w.Text is "which" or "what" or "list" or "show" or "name");
        bool productNoun = AsksForProducts(words, StartsOfAsked(allWords, attributes), catalog);
        bool bound = words.Any(w => Bounds.Contains(w.Text));
        if (mentions.Where(m => m.Fit == MentionFit.Exact).Select(m => m.Normalized).Distinct(StringComparer.Ordinal).Count() >= 2
            && words.Any(w => w.Text is "compare" or "compared" or "difference" or "versus" or "vs" or "and" or "or" or "than" or "both"))
        {
            return AnswerForm.Comparison;
        }

        if (productNoun && which && bound && quantities.Any(q => q.Kind.Length > 0))
        {
            return AnswerForm.Threshold;
        }

        if (productNoun && words.Any(Superlatives.Contains))
        {
            return AnswerForm.Ordering;
        }

        if (IsYesNo(words))
        {
            return AnswerForm.YesNo;
        }

        // "... for an EV valve. Number?"
        bool endsWithNumber = words.Length > 0 && words[^1].Text is "number" or "no" or "pn";
        return productNoun || endsWithNumber || attributes.Any(a => a.Concept.Family == "partnumber") ? AnswerForm.PartNumber : AnswerForm.Lookup;
    }

    /// <summary>The end of a range that is asked for.</summary>
    public static Extremum FindExtremum(ImmutableArray<Word> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            string text = words[i].Text;
            if (text == "at" && i + 1 < words.Length && words[i + 1].Text is "most" or "least")
            {
                return words[i + 1].Text == "most" ? Extremum.Maximum : Extremum.Minimum;
            }

            if (text is "up" && i + 1 < words.Length && words[i + 1].Text == "to")
            {
                return Extremum.Maximum;
            }

            if (Least.Contains(text))
            {
                return Extremum.Minimum;
            }

            if (Most.Contains(text) && text != "above")
            {
                return Extremum.Maximum;
            }
        }

        return words.Any(w => Usual.Contains(w.Text)) ? Extremum.Typical : Extremum.None;
    }

    // "which pump", "which of the models", "the lightest one".
    private static bool AsksForProducts(ImmutableArray<Word> words, HashSet<int> asked, ProductCatalog catalog)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Text is "which" or "what" or "list" or "name")
            {
                int end = Math.Min(words.Length, i + 5);
                for (int j = i + 1; j < end; j++)
                {
                    bool isAsked = asked.Contains(words[j].Start);
                    if (isAsked && !ProductNouns.Contains(words[j].Text) && words[i].Text == "which" && j == i + 1)
                    {
                        break;
                    }

                    // "Which Hammond rubber foot is ...": the words of a sheet's name stand for its products.
                    bool endsName = j + 1 < words.Length && words[j + 1].Text is "is" or "are" or "has" or "have" or "can" or "does" or "do" or "comes"
                        && words[i].Text == "which" && !isAsked && catalog.Rarity(words[j].Stem) > 0;
                    endsName |= words[i].Text == "which" && !isAsked && j > i + 1 && catalog.Rarity(words[j].Stem) > 0 && EndsNounPhrase(words, j);
                    if (((ProductNouns.Contains(words[j].Text) || CategoryFinder.IsNoun(words[j])) && words[i].Text != "what" && EndsNounPhrase(words, j)) || endsName)
                    {
                        return true;
                    }

                    if (words[j].Text is "is" or "does" or "do" or "the" or "are" && words[j - 1].Text is not ("of"))
                    {
                        break;
                    }
                }
            }

            // "The lightest one", "lightest LV switch".
            for (int j = i + 1; Superlatives.Contains(words[i]) && j < Math.Min(words.Length, i + 4); j++)
            {
                if (asked.Contains(words[j].Start) && !ProductNouns.Contains(words[j].Text))
                {
                    break;
                }

                if ((ProductNouns.Contains(words[j].Text) || CategoryFinder.IsNoun(words[j])) && EndsNounPhrase(words, j))
                {
                    return true;
                }
            }

            if (words[i].Text == "among")
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<int> StartsOfAsked(ImmutableArray<Word> words, ImmutableArray<AttributeMatch> attributes)
    {
        ulong asked = attributes.Aggregate(0UL, (bits, a) => bits | a.Words);
        return [.. words.Take(64).Where((_, i) => (asked & (1UL << i)) != 0).Select(w => w.Start)];
    }

    // "which switch is", "which pump delivers", not "which switch vendor".
    private static bool EndsNounPhrase(ImmutableArray<Word> words, int index) =>
        index + 1 >= words.Length
        || words[index].Text.EndsWith('s')
        || StopWords.Contains(words[index + 1])
        || words[index + 1].IsNumber
        || Superlatives.Contains(words[index + 1])
        || words[index + 1].Text.EndsWith('s')
        || words[index + 1].Text is "rated" or "weigh" or "work" or "run" or "use" or "draw" or "take" or "give" or "have" or "need" or "fit" or "reach" or "deliver" or "stand" or "handle" or "tolerate" or "withstand" or "come";

    private static bool IsYesNo(ImmutableArray<Word> words)
    {
        if (words.Any(w => Interrogatives.Contains(w.Text)))
        {
            return false;
        }

        // The first words may address the desk or set the scene: "Hi, is the ...", "12 V supply: can I ...".
        return words.Take(6).Any(w => Auxiliaries.Contains(w.Text));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
