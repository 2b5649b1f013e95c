using System.Text.RegularExpressions;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Names of models and adapters: requests and settings bring names, never paths, which could lead out of the folder.</summary>
public static partial class ModelName
{
    /// <summary>What a name may be, for messages.</summary>
    public const string Rule = "letters, digits, '.', '-' and '_', at most 100, the first no '.'";

    /// <summary>Whether a text is a name.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
