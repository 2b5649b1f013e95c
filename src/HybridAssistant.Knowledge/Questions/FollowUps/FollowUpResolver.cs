using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>
/// Makes a follow-up a question that stands by itself: "and the KX-250?" takes what was asked from the customer's turn before,
/// "what about its weight?" the product, "and at 1 A?" all but the condition. Of an assistant turn only the one product that
/// the index knows is taken, where no customer's turn names one: its words license nothing.
/// </summary>
internal sealed class FollowUpResolver(MentionFinder mentions, AttributeLexicon attributes)
{
    private readonly SiblingNames _siblings = new(mentions);

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
        ImmutableArray<CatalogProduct> inPlay = ModelsIn(NamesModel(before, catalog) ? before : told, catalog);
        string sequel = _siblings.SpellOut(FollowUpPhrases.WithoutPreamble(message), inPlay, catalog);
        ImmutableArray<Word> words = WordSplitter.Split(sequel);
        FollowUpSubject subject = SubjectOf(sequel, words, catalog);
        if (FollowUpPhrases.TakeOver(words, subject))
        {
            string change = FollowUpPhrases.WithoutOpener(sequel, words);
            if (subject.NamesProduct)
            {
                return WithProduct(before, change, catalog);
            }

            // Only a condition or an answer to "which one?": what is asked stays.
            (string changed, string rest) = ChangedDetail.Apply(before, change);
            string description = FollowUpPhrases.AskForSibling(words) ? ChangedDetail.DescriptionIn(change) : "";
            return changed != before ? Joined(changed, FollowUpPhrases.AskAgain(words) ? "" : rest)
                : description.Length > 0 ? AmongSiblings(before, words, description, catalog)
                : Joined(ChangedDetail.WithoutCondition(before, words), change);
        }

        bool refersBack = words.Any(w => FollowUpWords.Pronouns.Contains(w.Text) || FollowUpWords.Placeholders.Contains(w.Text)) || FollowUpPhrases.AreSequel(words);
        if (!subject.NamesProduct && (refersBack || FollowUpPhrases.AreShort(words)))
        {
            string products = inPlay.IsEmpty || NamesModel(before, catalog) ? ProductsOf(before, catalog) : told;
            products = FollowUpPhrases.AskForSibling(words) ? WithSiblings(products, words, catalog) : products;
            return products.Length == 0 ? sequel : $"{sequel.TrimEnd(' ', '?', '.')} ({products})?";
        }

        return sequel;
    }

    private static string Joined(string question, string rest) =>
        rest.Length == 0 ? question : $"{question.TrimEnd(' ', '?', '.')} {rest}";

    private ImmutableArray<CatalogProduct> ModelsIn(string text, ProductCatalog catalog) =>
    [
        .. mentions.Find(text, catalog).Where(m => m.Fit is MentionFit.Exact or MentionFit.Variant && !SizeMentions.IsSize(m))
            .SelectMany(m => m.Products).Where(p => !p.IsSeries).Distinct(),
    ];

    // The product takes the place of the one before, and what is said of it that of what was said of that one.
    private string WithProduct(string before, string change, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> now = ProductsNamed(change, catalog);
        string aside = now.Length == 1 ? change.Remove(now[0].Start, now[0].Text.Length) : "";
        (string question, string rest) = ChangedDetail.Apply(before, aside);
        ProductMention[] old = [.. ProductsNamed(question, catalog)];
        if (old.Length > 1 && now.Length == 1)
        {
            // Not the actuator on the valve: the one that is called alike.
            string letters = LettersOf(now[0]);
            old = [.. old.Where(m => LettersOf(m) == letters)];
        }

        return old.Length == 1 && now.Length == 1
            ? Joined(question.Remove(old[0].Start, old[0].Text.Length).Insert(old[0].Start, now[0].Text), rest.Length > 0 ? change : "")
            : Joined(WithoutProducts(before, catalog), change);
    }

    private static string LettersOf(ProductMention mention) => string.Concat(mention.Normalized.TakeWhile(char.IsLetter));

    private ImmutableArray<ProductMention> ProductsNamed(string text, ProductCatalog catalog) =>
        [.. mentions.Find(text, catalog).Where(m => m.Fit != MentionFit.Other && !SizeMentions.IsSize(m))];

    // The one product of an answer; empty where it names none or several.
    private string ProductTold(string text, ProductCatalog catalog)
    {
        string[] models = [.. mentions.Find(text, catalog).Where(m => m.Fit == MentionFit.Exact).Select(m => m.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
        return models.Length == 1 ? models[0] : "";
    }

    private bool NamesModel(string text, ProductCatalog catalog) =>
        mentions.Find(text, catalog).Any(m => m.Fit is MentionFit.Exact or MentionFit.Series or MentionFit.Variant);

    // What tells siblings apart is said only where there are several.
    private string AmongSiblings(string before, ImmutableArray<Word> words, string description, ProductCatalog catalog)
    {
        string question = WithSiblings(before, words, catalog);
        return ModelsIn(question, catalog).Length == 1 && question != before ? question : Joined(question, $"{description} version");
    }

    // "And the non-flush one?" asks for a sibling of the IS-12F.
    private string WithSiblings(string before, ImmutableArray<Word> words, ProductCatalog catalog)
    {
        bool isVersion = words.Any(w => FollowUpWords.Versions.Contains(w.Text));
        var text = new StringBuilder(before);
        foreach (ProductMention mention in mentions.Find(before, catalog).Where(m => !SizeMentions.IsSize(m)).OrderByDescending(m => m.Start))
        {
            CatalogProduct? model = mention.Products.Where(p => !p.IsSeries).Select(p => (CatalogProduct?)p).FirstOrDefault();
            string[] siblings = (mention.Fit, model) switch
            {
                (MentionFit.Exact, { } own) when SiblingNames.Of(own, isVersion, catalog) is { IsEmpty: false } names => [.. names],

                // "TT-30-U" of a sheet that tells such variants apart in the lines of the TT-30.
                (MentionFit.Exact or MentionFit.Variant or MentionFit.Series, { } own) when mention.Products.Count(p => !p.IsSeries) == 1 => [own.Name],
                _ => [],
            };
            if (siblings.Length > 0)
            {
                text.Remove(mention.Start, mention.Text.Length).Insert(mention.Start, string.Join(' ', siblings));
            }
        }

        return text.ToString();
    }

    private FollowUpSubject SubjectOf(string text, ImmutableArray<Word> words, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> found = mentions.Find(text, catalog);
        bool product = found.Any(m => m.Fit != MentionFit.Other && !SizeMentions.IsSize(m))
            || (!words.Any(w => FollowUpWords.Pronouns.Contains(w.Text)) && NameWords(words, catalog).Count(w => !w.IsNumber) >= 2);

        // "In DN 80" asks for no nominal width.
        ulong measured = QuantitySearch.Find(words, UnitLexicon.Default).Where(q => q.Kind.Length > 0 && q.Index < 64)
            .Aggregate(0UL, (bits, q) => bits | (1UL << q.Index) | (q.Index > 0 && QuantitySearch.IsSizeLabel(q.Kind) ? 1UL << (q.Index - 1) : 0));
        ulong told = measured | ChangedDetail.Describing(words);
        AttributeMatch[] asked = [.. attributes.Match(words, asQuestion: true).Where(a => (a.Words & ~told) != 0 && !IsName(words, a, catalog))];
        return new FollowUpSubject(product, asked.Length > 0, asked.Any(a => a.IsLabel));
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
}
