using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;

namespace HybridAssistant.Answering;

/// <summary>The wordings of one message's questions as one.</summary>
internal static class SpokenText
{
    /// <summary>Nothing has been said yet.</summary>
    public static SpokenAnswer None { get; } = new("", ExtractiveComposer.Variant);

    /// <summary>One text, named after the model where one spoke.</summary>
    public static SpokenAnswer Join(IReadOnlyList<SpokenAnswer> spoken) =>
        (spoken.FirstOrDefault(s => s.Model is not null) ?? spoken[0]) with { Text = string.Join(' ', spoken.Select(s => s.Text)) };
}
