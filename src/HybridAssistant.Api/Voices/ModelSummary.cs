namespace HybridAssistant.Api.Voices;

/// <summary>One model as the list shows it.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Kind">"composer", "local" or "upstream".</param>
/// <param name="IsDefault">Whether it words where a request names none.</param>
internal sealed record ModelSummary(string Name, string Kind, bool IsDefault);
