using System.Collections.Frozen;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The attributes of <c>exclusive-attributes.tsv</c>, of which none is the answer to another.</summary>
internal static class ExclusiveAttributes
{
    private static readonly FrozenDictionary<string, int> Sets = LexiconFile.Read("exclusive-attributes.tsv")
        .SelectMany((row, set) => row[0].Split('|').Select(name => (Name: name, Set: set)))
        .ToFrozenDictionary(r => r.Name, r => r.Set, StringComparer.Ordinal);

    /// <summary>Whether an attribute is one of them.</summary>
    public static bool Contains(string attribute) => Sets.ContainsKey(attribute);

    /// <summary>Whether one is never the answer to the other.</summary>
    public static bool Exclude(string one, string other) =>
        one != other && Sets.TryGetValue(one, out int set) && Sets.TryGetValue(other, out int otherSet) && set == otherSet;
}
