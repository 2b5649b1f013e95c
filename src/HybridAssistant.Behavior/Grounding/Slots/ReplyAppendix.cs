using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>What code says behind a reply: the list of more facts than a model speaks.</summary>
internal static class ReplyAppendix
{
    /// <summary>Said where more facts fit than the answer carries.</summary>
    public static string More { get; } = ComposerTemplates.Default.Fill("more");

    /// <summary>The facts one behind the other, each with its product and, where they differ, its attribute.</summary>
    public static string List(ImmutableArray<SpokenFact> facts, Decision decision)
    {
        bool severalAttributes = facts.Select(f => f.Label.Head).Distinct(StringComparer.Ordinal).Count() > 1;
        IEnumerable<string> items = facts.Select(f =>
            $"{(f.Name.Length > 0 ? f.Name : $"“{f.Title}”")}{(severalAttributes ? $", {f.Label.Head}{f.Note}" : "")}: {f.Value}");
        return $"{string.Join("; ", items)}.{(decision.HasMore ? " " + More : "")}";
    }
}
