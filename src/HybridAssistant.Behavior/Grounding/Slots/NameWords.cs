using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>The words by which a printed name or label would be known in prose.</summary>
internal static partial class NameWords
{
    private static readonly FrozenSet<string> Joining =
        new[] { "the", "a", "an", "and", "or", "of", "for", "with", "at", "in", "on", "to", "by", "from", "is" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its words of letters but for those that only join; all of them where there are no others.</summary>
    public static IEnumerable<string> Of(string name)
    {
        string[] words = [.. Word().Matches(name).Select(m => m.Value)];
        string[] telling = [.. words.Where(w => !Joining.Contains(w))];
        return telling.Length > 0 ? telling : words;
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
