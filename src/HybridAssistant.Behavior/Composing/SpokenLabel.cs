using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Composing;

/// <summary>A printed label taken apart for a sentence: "Hold-up time (typ.), 230 V AC" is the hold-up time, typ., 230 V AC.</summary>
/// <param name="Head">What the sentence is about: "hold-up time".</param>
/// <param name="Note">What qualifies it: "typ., 230 V AC"; empty for most.</param>
/// <param name="Model">A model that the label itself names ("Weight FM-310"); empty for most.</param>
internal sealed partial record SpokenLabel(string Head, string Note, string Model)
{
    private const int ShortestHead = 3;

    private static readonly FrozenSet<string> Openers = new[] { "for", "fits", "suits", "used", "suitable" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Abbreviations = Load();

    /// <summary>Whether the sentence can say "weighs".</summary>
    public bool IsWeight => Head is "weight" or "mass" or "net weight" or "unit weight" or "approximate weight";

    /// <summary>Whether the label is no noun that a sentence could begin with: "For pump", "Fits".</summary>
    public bool IsPhrase => Openers.Contains(Head.Split(' ')[0]);

    /// <summary>"is", or "are" for a label in the plural.</summary>
    public string Verb
    {
        get
        {
            string last = Head[(Head.LastIndexOf(' ') + 1)..];
            return last.Length > ShortestHead && last[^1] == 's' && last[^2] is not ('s' or 'u' or 'i') ? "are" : "is";
        }
    }

    /// <summary>Takes the label of a fact apart.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="title">Title of its sheet, by which a model in the label is known.</param>
    public static SpokenLabel Of(Fact fact, string title)
    {
        string label = FootnoteMark().Replace(fact.Attribute, "").Trim().TrimEnd(':').Trim();
        string model = fact.Product.Length > 0 ? "" : ModelIn(label, title);
        if (model.Length > 0 && model.Length < label.Length)
        {
            label = label.Replace(model, "", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim(' ', ',', ':');
        }

        int cut = CutOf(label);
        string head = cut < 0 ? label : label[..cut];
        string note = cut < 0 ? "" : label[cut..].Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Trim(' ', ',');
        string said = string.Join(' ', PrintedText.Label(head).Split(' ').Select(w => Abbreviations.GetValueOrDefault(w, w)));

        // One number under a heading in the plural.
        said = said.EndsWith(" numbers", StringComparison.Ordinal) ? said[..^1] : said;
        return new SpokenLabel(said, note, model);
    }

    // Behind the noun: a bracket, a comma, "at 25 °C".
    private static int CutOf(string label)
    {
        int cut = new[] { label.IndexOf(" (", StringComparison.Ordinal), label.IndexOf(", ", StringComparison.Ordinal), AtQuantity(label) }
            .Where(i => i >= ShortestHead).DefaultIfEmpty(-1).Min();
        return cut;
    }

    private static int AtQuantity(string label)
    {
        int at = label.IndexOf(" at ", StringComparison.Ordinal);
        return at >= 0 && label.AsSpan(at).IndexOfAnyInRange('0', '9') >= 0 ? at : -1;
    }

    private static string ModelIn(string label, string title) =>
        label.Split(' ').Select(w => w.Trim(',', ':', '(', ')'))
            .FirstOrDefault(w => w.Length > ShortestHead && w.Any(char.IsAsciiDigit) && w.Any(char.IsAsciiLetter)
                && title.Split(' ', ',').Contains(w, StringComparer.OrdinalIgnoreCase)) ?? "";

    private static FrozenDictionary<string, string> Load() =>
        EmbeddedText.Read("label-words.tsv").Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("[⁰¹²³⁴⁵⁶⁷⁸⁹]+[⁾)]|\\s[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")]
    private static partial Regex FootnoteMark();
}
