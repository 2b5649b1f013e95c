using System.Collections.Frozen;
using System.Text;

namespace HybridAssistant.Behavior.Composing;

/// <summary>The sentences of <c>templates.tsv</c>.</summary>
internal sealed class ComposerTemplates
{
    private const string File = "templates.tsv";

    private readonly FrozenDictionary<string, string> _texts;

    private ComposerTemplates(FrozenDictionary<string, string> texts) => _texts = texts;

    /// <summary>The templates that ship with the library.</summary>
    public static ComposerTemplates Default { get; } = Load();

    /// <summary>A sentence with its slots filled.</summary>
    /// <param name="key">Key of the template.</param>
    /// <param name="slots">Slot names without braces and their text.</param>
    public string Fill(string key, params ReadOnlySpan<(string Slot, string Text)> slots)
    {
        string template = _texts[key];
        var filled = new StringBuilder(template.Length * 2);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            if (open < 0)
            {
                break;
            }

            int close = template.IndexOf('}', open);
            filled.Append(template, at, open - at).Append(Find(slots, template[(open + 1)..close], key));
            at = close + 1;
        }

        return filled.Append(template, at, template.Length - at).ToString();
    }

    private static string Find(ReadOnlySpan<(string Slot, string Text)> slots, string name, string key)
    {
        foreach ((string slot, string text) in slots)
        {
            if (slot == name)
            {
                return text;
            }
        }

        throw new InvalidOperationException($"Template '{key}' has a slot '{{{name}}}' that its sentence does not fill.");
    }

    private static ComposerTemplates Load()
    {
        using var reader = new StringReader(EmbeddedText.Read(File));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t');
            if (tab > 0 && line[0] != '#')
            {
                texts.Add(line[..tab], line[(tab + 1)..]);
            }
        }

        return new ComposerTemplates(texts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
