using System.Collections.Immutable;

namespace HybridAssistant.Cli.Commands;

/// <summary>One way of wording answers that an evaluation measures.</summary>
/// <param name="Name">As reports name it: "few-shot", "few-shot without grammar".</param>
/// <param name="Settings">The settings that make it.</param>
internal sealed record EvaluationRung(string Name, ImmutableArray<KeyValuePair<string, string?>> Settings)
{
    /// <summary>The variants in the order of what they cost.</summary>
    public static ImmutableArray<string> Variants { get; } = ["composer", "base", "few-shot", "upstream"];

    /// <summary>The rungs that a command line asks for.</summary>
    /// <param name="variants">Names of variants.</param>
    /// <param name="grammar">"on", "off" or "both"; matters to models of this process only.</param>
    public static ImmutableArray<EvaluationRung> Of(IEnumerable<string> variants, string grammar) =>
    [
        .. variants.Distinct(StringComparer.Ordinal).SelectMany(variant => variant is "composer" or "upstream"
            ? [Make(variant, isBound: true)]
            : grammar == "both" ? new[] { Make(variant, isBound: true), Make(variant, isBound: false) } : [Make(variant, grammar == "on")]),
    ];

    private static EvaluationRung Make(string variant, bool isBound) => new(
        isBound ? variant : $"{variant} without grammar",
        [KeyValuePair.Create("Behavior:Variant", (string?)variant), KeyValuePair.Create("Behavior:Grammar", (string?)(isBound ? "true" : "false"))]);
}
