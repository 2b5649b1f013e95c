using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>How long a reply may get. At a limit code ends it properly, so that no reply is ever cut.</summary>
public sealed class ReplyLimits
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Behavior:Reply";

    /// <summary>
    /// Tokens that the model chooses itself, 8 to 200. 45 make two sentences of a support desk; what a slot stands for is not
    /// counted.
    /// </summary>
    [Range(8, 200)]
    public int MaxFreeTokens { get; set; } = 45;

    /// <summary>Sentences, 1 to 6, a verdict not counted.</summary>
    [Range(1, 6)]
    public int MaxSentences { get; set; } = 2;
}
