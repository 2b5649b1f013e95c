namespace HybridAssistant.Api.Voices;

/// <summary>One voice as the list shows it.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Description">How it speaks.</param>
internal sealed record VoiceSummary(string Name, string Description);
