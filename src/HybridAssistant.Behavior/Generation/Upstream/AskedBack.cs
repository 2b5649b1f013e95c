using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Checks that a text asks back and does nothing else: one question that names every choice.</summary>
internal static class AskedBack
{
    /// <summary>The text.</summary>
    /// <exception cref="UpstreamException">It lacks a choice, or says more than a question.</exception>
    public static string Check(string text, ImmutableArray<string> choices)
    {
        string rest = text;
        foreach (string choice in choices.OrderByDescending(c => c.Length))
        {
            // The longest first: "KX-200" is not named by "KX-2000".
            if (!rest.Contains(choice, StringComparison.OrdinalIgnoreCase))
            {
                throw Malformed("does not name every choice");
            }

            rest = rest.Replace(choice, "", StringComparison.OrdinalIgnoreCase);
        }

        return rest.IndexOfAny(['.', '!', '?']) == rest.Length - 1 && rest.EndsWith('?')
            ? text
            : throw Malformed("is not one question");
    }

    private static UpstreamException Malformed(string what) => new(UpstreamFault.Malformed, $"The upstream was to ask back, and its text {what}.");
}
