using System.Collections.Frozen;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>The attributes that none of their relatives answers: those of <c>distinct-attributes.txt</c> and the telling ones.</summary>
internal static class DistinctAttributes
{
    private static readonly FrozenSet<string> Names = LexiconFile.Read("distinct-attributes.txt")
        .SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a match asks for one of them by its own name: what "survives" may be asked of many things.</summary>
    public static bool Contains(AttributeMatch match) => match.IsTelling || (match.IsLabel && Names.Contains(match.Concept.Name));
}
