using YamlDotNet.RepresentationModel;

namespace HybridAssistant.EndToEnd.Tests.Deployment;

/// <summary>Reads YAML files of the repository.</summary>
internal static class YamlFile
{
    /// <summary>The documents of a file.</summary>
    public static YamlNode[] Read(params ReadOnlySpan<string> path)
    {
        using StreamReader reader = File.OpenText(Path.Combine([Repository.Root, .. path]));
        return Parse(reader);
    }

    /// <summary>The documents of a text.</summary>
    public static YamlNode[] Parse(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>What lies under a path of keys and positions; null where there is nothing.</summary>
    public static YamlNode? At(this YamlNode node, params ReadOnlySpan<string> path)
    {
        YamlNode? at = node;
        foreach (string step in path)
        {
            at = at switch
            {
                YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode(step), out YamlNode? value) ? value : null,
                YamlSequenceNode list => list.Children.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return at;
    }

    /// <summary>The text under a path; fails the test where there is none.</summary>
    public static string Text(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.At(path) is YamlScalarNode { Value: { } value } ? value : throw new InvalidOperationException($"Nothing at '{string.Join('.', path.ToArray())}'.");

    /// <summary>The entries of a mapping; a value that is left out is null.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Entries(this YamlNode node) => ((YamlMappingNode)node).Children
        .Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, pair.Value is YamlScalarNode { Value: { Length: > 0 } value } && value != "null" ? value : null));

    /// <summary>The items of a list; none where it is missing.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list.Children : [];
}
