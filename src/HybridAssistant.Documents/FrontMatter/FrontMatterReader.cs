using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HybridAssistant.Documents.FrontMatter;

/// <summary>
/// Reads the YAML file beside a PDF ("kx-series.yaml" beside "kx-series.pdf"):
/// <code>
/// title: KX Series Centrifugal Pumps
/// revision: B
/// date: 2024-06-01
/// products:
///   - KX-200
///   - name: KX-250
///     aliases: [KX250, Big KX]
///   - name: KX Series
///     series: true
/// </code>
/// Every key is optional; an unknown one is an error, since a mistyped key would silently change nothing.
/// </summary>
public static class FrontMatterReader
{
    private const int MaxCharacters = 64 * 1024;
    private const int MaxProducts = 500;
    private const int MaxTextLength = 300;

    /// <summary>The path of the front matter of a PDF, whether or not it exists.</summary>
    public static string PathFor(string pdfPath) => Path.ChangeExtension(pdfPath, ".yaml");

    /// <summary>Reads front matter.</summary>
    /// <param name="fileName">For messages: the file, without folder.</param>
    /// <param name="yaml">Its text.</param>
    /// <exception cref="FrontMatterException">The text is no YAML, or holds what it must not.</exception>
    public static SheetFrontMatter Parse(string fileName, string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > MaxCharacters)
        {
            throw new FrontMatterException(fileName, 1, $"{yaml.Length} characters; at most {MaxCharacters} are read. Is it the right file?");
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new FrontMatterException(fileName, (int)error.Start.Line, $"not YAML: {error.Message}", error);
        }

        if (stream.Documents.Count == 0)
        {
            return new SheetFrontMatter();
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new FrontMatterException(fileName, 1, "must be a list of 'key: value' lines with the keys title, revision, date, products.");
        }

        return Read(fileName, root);
    }

    private static SheetFrontMatter Read(string fileName, YamlMappingNode root)
    {
        var matter = new SheetFrontMatter();
        foreach ((YamlNode keyNode, YamlNode value) in root.Children)
        {
            matter = (keyNode as YamlScalarNode)?.Value switch
            {
                "title" => matter with { Title = Text(fileName, "title", value) },
                "revision" => matter with { Revision = Text(fileName, "revision", value) },
                "date" => matter with { Date = Date(fileName, value) },
                "products" => matter with { Products = Products(fileName, value) },
                var other => throw Error(fileName, keyNode, $"unknown key '{other}'; allowed are title, revision, date, products."),
            };
        }

        return matter;
    }

    private static string Text(string fileName, string key, YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text))
        {
            throw Error(fileName, node, $"'{key}' must be a text.");
        }

        return text.Length <= MaxTextLength
            ? text.Trim()
            : throw Error(fileName, node, $"'{key}' has {text.Length} characters; at most {MaxTextLength} are allowed.");
    }

    private static DateOnly Date(string fileName, YamlNode node)
    {
        string text = Text(fileName, "date", node);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Error(fileName, node, $"'date' is '{text}'; write it as 2024-06-30.");
    }

    private static ImmutableArray<FrontMatterProduct> Products(string fileName, YamlNode node)
    {
        if (node is not YamlSequenceNode { Children: { Count: > 0 } items })
        {
            throw Error(fileName, node, "'products' must be a list with at least one product ('- KX-200').");
        }

        if (items.Count > MaxProducts)
        {
            throw Error(fileName, node, $"{items.Count} products; at most {MaxProducts} are allowed.");
        }

        ImmutableArray<FrontMatterProduct> products = [.. items.Select(item => Product(fileName, item))];
        FrontMatterProduct? twice = products.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.First();
        return twice is null ? products : throw Error(fileName, node, $"product '{twice.Name}' is listed twice.");
    }

    private static FrontMatterProduct Product(string fileName, YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            return new FrontMatterProduct(Text(fileName, "products", node), [], false);
        }

        string? name = null;
        bool isSeries = false;
        ImmutableArray<string> aliases = [];
        foreach ((YamlNode keyNode, YamlNode value) in mapping.Children)
        {
            switch ((keyNode as YamlScalarNode)?.Value)
            {
                case "name":
                    name = Text(fileName, "name", value);
                    break;
                case "aliases":
                    aliases = value is YamlSequenceNode list
                        ? [.. list.Children.Select(a => Text(fileName, "aliases", a))]
                        : throw Error(fileName, value, "'aliases' must be a list ('[KX200, KX 200]').");
                    break;
                case "series":
                    isSeries = Text(fileName, "series", value) switch
                    {
                        "true" => true,
                        "false" => false,
                        var other => throw Error(fileName, value, $"'series' is '{other}'; write true or false."),
                    };
                    break;
                case var other:
                    throw Error(fileName, keyNode, $"unknown key '{other}' of a product; allowed are name, aliases, series.");
            }
        }

        return name is null
            ? throw Error(fileName, node, "a product needs a 'name'.")
            : new FrontMatterProduct(name, aliases, isSeries);
    }

    private static FrontMatterException Error(string fileName, YamlNode node, string message) => new(fileName, (int)node.Start.Line, message);
}
