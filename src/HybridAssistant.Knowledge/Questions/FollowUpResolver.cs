using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Makes a follow-up a question that stands by itself: "and the KX-250?" takes what was asked from the customer's turn before,
/// "what about its weight?" the product, "and at 1 A?" all but the condition. Of an assistant turn only the one product that
/// the index knows is taken, where no customer's turn names one: its words license nothing.
/// </summary>
internal sealed class FollowUpResolver(MentionFinder mentions, AttributeLexicon attributes)
{
    private const int ShortFollowUp = 9;
    private const int ShortestFamily = 2;

    private static readonly FrozenSet<string> Pronouns = Set("it its that they their them this those these same");
    private static readonly FrozenSet<string> Placeholders = Set("one ones version model variant type");
    private static readonly FrozenSet<string> PhraseEnds = Set("of does do is are the");
    private static readonly FrozenSet<string> Prepositions = Set("with without at for in on under from");

    /// <summary>The question with what it leaves out.</summary>
    public string Resolve(Question question, ProductCatalog catalog)
    {
        string resolved = "";
        string told = "";
        foreach (ChatTurn turn in question.History)
        {
            if (turn.Role == ChatRole.User)
            {
                resolved = resolved.Length == 0 ? turn.Content : Complete(turn.Content, resolved, told, catalog);
            }

            told = turn.Role == ChatRole.Assistant ? ProductTold(turn.Content, catalog) : told;
        }

        return resolved.Length == 0 ? question.Message : Complete(question.Message, resolved, told, catalog);
    }

    private string Complete(string message, string before, string told, ProductCatalog catalog)
    {
        ImmutableArray<Word> words = WordSplitter.Split(message);
        Subject subject = SubjectOf(message, words, catalog);
        bool hasPronoun = words.Any(w => Pronouns.Contains(w.Text));
        bool opensAsSequel = words.Length > 0 && words[0].Text is "and" or "or" or "also" or "then" or "but";
        bool refersBack = hasPronoun || opensAsSequel || words.Any(w => Placeholders.Contains(w.Text));
        bool takesUp = subject.NamesProduct && !subject.NamesLabel && words.Length > 1
            && (words[0].Text is "and" or "or" || (words[0].Text is "what" or "how" && words[1].Text == "about"));

        // "And how much can it hold?" asks something of its own, of the product before.
        bool asksItself = hasPronoun && !subject.NamesProduct
            && words.Any(w => w.Text is "what" or "how" or "which" or "is" or "does" or "can" or "will" or "has")
            && words.Count(w => !StopWords.Contains(w)) >= 2;
        string opening = words.Select(w => w.Text).FirstOrDefault(w => w is not ("and" or "or" or "but" or "also" or "what" or "how" or "about" or "then")) ?? "";
        bool changesCondition = opensAsSequel && Prepositions.Contains(opening) && !hasPronoun && !subject.NamesLabel;
        if (takesUp || changesCondition || (!subject.NamesAttribute && !asksItself && words.Length <= ShortFollowUp))
        {
            // Only a product, a condition or an answer to "which one?": what is asked stays.
            string kept = subject.NamesProduct ? WithoutProducts(before, catalog)
                : AsksForSibling(words) ? WithFamilies(before, catalog)
                : WithoutCondition(before, words);
            return $"{kept.TrimEnd(' ', '?', '.')} {message}";
        }

        if (!subject.NamesProduct && (refersBack || words.Length <= ShortFollowUp))
        {
            string products = told.Length > 0 && !NamesModel(before, catalog) ? told : ProductsOf(before, catalog);
            return products.Length == 0 ? message : $"{message.TrimEnd(' ', '?', '.')} ({products})?";
        }

        return message;
    }

    // "The non-flush one", not "that one".
    private static bool AsksForSibling(ImmutableArray<Word> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Placeholders.Contains(words[i].Text) && (i == 0 || words[i - 1].Text is not ("that" or "this")))
            {
                return true;
            }
        }

        return false;
    }

    // The one product of an answer; empty where it names none or several.
    private string ProductTold(string text, ProductCatalog catalog)
    {
        string[] models = [.. mentions.Find(text, catalog).Where(m => m.Fit == MentionFit.Exact).Select(m => m.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
        return models.Length == 1 ? models[0] : "";
    }

    private bool NamesModel(string text, ProductCatalog catalog) =>
        mentions.Find(text, catalog).Any(m => m.Fit is MentionFit.Exact or MentionFit.Series or MentionFit.Variant);

    // "And with hard rubber?" replaces the "with ..." of the question before, "without load?" its "at full load".
    private static string WithoutCondition(string before, ImmutableArray<Word> message)
    {
        string preposition = message.Select(w => w.Text).FirstOrDefault(Prepositions.Contains) ?? "";
        HashSet<string> content = [.. message.Where(w => !StopWords.Contains(w) && !w.IsNumber).Select(w => w.Stem)];
        ImmutableArray<Word> words = WordSplitter.Split(before);
        for (int from = words.Length - 1; from > 0 && preposition.Length > 0; from--)
        {
            if (!Prepositions.Contains(words[from].Text))
            {
                continue;
            }

            int to = from + 1;
            while (to < words.Length && !Prepositions.Contains(words[to].Text) && !PhraseEnds.Contains(words[to].Text))
            {
                to++;
            }

            if (words[from].Text == preposition || words.Skip(from + 1).Take(to - from - 1).Any(w => content.Contains(w.Stem)))
            {
                return before[..words[from].Start] + (to < words.Length ? before[words[to].Start..] : "");
            }
        }

        return before;
    }

    // "And the non-flush one?" asks for a sibling of the IS-12F: one that begins with IS-12.
    private string WithFamilies(string before, ProductCatalog catalog)
    {
        var text = new StringBuilder(before);
        foreach (ProductMention mention in mentions.Find(before, catalog).Where(m => m.Fit == MentionFit.Exact).OrderByDescending(m => m.Start))
        {
            text.Remove(mention.Start, mention.Text.Length).Insert(mention.Start, FamilyOf(mention, catalog));
        }

        return text.ToString();
    }

    // The longest beginning, up to a joint, that a sibling on the sheet shares.
    private static string FamilyOf(ProductMention mention, ProductCatalog catalog)
    {
        CatalogProduct model = mention.Products.FirstOrDefault(p => !p.IsSeries, mention.Products[0]);
        string own = model.Name;
        string[] siblings =
        [
            .. catalog.Sheets.Where(s => s.Document == model.Document).SelectMany(s => s.Products)
                .Where(p => !p.IsSeries && p.Name != own).Select(p => p.Name),
        ];
        for (int length = own.Length - 1; length >= ShortestFamily; length--)
        {
            bool isJoint = !char.IsLetterOrDigit(own[length]) || char.IsLetter(own[length]) != char.IsLetter(own[length - 1]);
            string beginning = own[..length];
            if (isJoint && char.IsLetterOrDigit(own[length - 1]) && siblings.Any(s => s.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
            {
                // "IS-12xx": a place left open, since the sheet may also have data of an IS-12.
                return beginning.Any(char.IsDigit) ? beginning + "xx" : beginning;
            }
        }

        return "";
    }

    private Subject SubjectOf(string text, ImmutableArray<Word> words, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> found = mentions.Find(text, catalog);
        bool product = found.Any(m => m.Fit != MentionFit.Other && !SizeMentions.IsSize(m)) || NameWords(words, catalog).Count() >= 2;

        // "In DN 80" asks for no nominal width.
        ulong measured = QuantitySearch.Find(words, UnitLexicon.Default).Where(q => q.Kind.Length > 0 && q.Index < 64)
            .Aggregate(0UL, (bits, q) => bits | (1UL << q.Index) | (q.Index > 0 && QuantitySearch.IsSizeLabel(q.Kind) ? 1UL << (q.Index - 1) : 0));
        AttributeMatch[] asked = [.. attributes.Match(words, asQuestion: true).Where(a => (a.Words & ~measured) != 0 && !IsName(words, a, catalog))];
        return new Subject(product, asked.Length > 0, asked.Any(a => a.IsLabel));
    }

    // "pump" and "motor" name sheets here, not what is asked of them.
    private static bool IsName(ImmutableArray<Word> words, AttributeMatch match, ProductCatalog catalog)
    {
        for (int i = 0; i < Math.Min(64, words.Length); i++)
        {
            // "How heavy" asks, though a sheet be of heavy-duty pumps.
            if ((match.Words & (1UL << i)) != 0 && ((i > 0 && words[i - 1].Text == "how") || catalog.Rarity(words[i].Stem) == 0 || match.IsLabel))
            {
                return false;
            }
        }

        return true;
    }

    private string ProductsOf(string text, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> found = [.. mentions.Find(text, catalog).Where(m => m.Fit != MentionFit.Other)];
        IEnumerable<string> names = NameWords(WordSplitter.Split(text), catalog)
            .Where(w => !found.Any(m => w.Start >= m.Start && w.Start < m.Start + m.Text.Length))
            .Select(w => text.Substring(w.Start, Math.Min(w.Text.Length, text.Length - w.Start)));
        return string.Join(' ', found.Select(m => m.Text).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private string WithoutProducts(string text, ProductCatalog catalog)
    {
        var kept = new StringBuilder(text);
        foreach (ProductMention mention in mentions.Find(text, catalog).Where(m => m.Fit != MentionFit.Other).OrderByDescending(m => m.Start))
        {
            kept.Remove(mention.Start, mention.Text.Length);
        }

        return kept.ToString();
    }

    private IEnumerable<Word> NameWords(ImmutableArray<Word> words, ProductCatalog catalog)
    {
        ulong asked = attributes.Match(words, asQuestion: true).Aggregate(0UL, (bits, m) => bits | m.Words);
        ImmutableArray<Quantity> quantities = QuantitySearch.Find(words, UnitLexicon.Default);
        for (int i = 0; i < words.Length; i++)
        {
            // The 120 of "120 °C" names nothing.
            if (quantities.Any(q => q.Kind.Length > 0 && i >= q.Index && i < q.Index + q.WordCount))
            {
                continue;
            }

            bool isAsked = i < 64 && (asked & (1UL << i)) != 0;
            if (!isAsked && !StopWords.Contains(words[i]) && catalog.Rarity(words[i].Stem) > 0)
            {
                yield return words[i];
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly record struct Subject(bool NamesProduct, bool NamesAttribute, bool NamesLabel);
}
