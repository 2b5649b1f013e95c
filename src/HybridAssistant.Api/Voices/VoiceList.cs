using System.Collections.Immutable;

namespace HybridAssistant.Api.Voices;

/// <summary>What can word an answer.</summary>
/// <param name="Models">The composer and each configured model.</param>
/// <param name="Voices">The voices; empty until there are some.</param>
internal sealed record VoiceList(ImmutableArray<ModelSummary> Models, ImmutableArray<VoiceSummary> Voices);
