using System.Runtime.CompilerServices;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>The bytes of one word, inside the state of a reply.</summary>
[InlineArray(Capacity)]
internal struct WordBuffer
{
    /// <summary>Longer words are none.</summary>
    public const int Capacity = 24;

    private byte _first;
}
