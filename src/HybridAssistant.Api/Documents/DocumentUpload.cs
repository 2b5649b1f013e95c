namespace HybridAssistant.Api.Documents;

/// <summary>What became of an uploaded document.</summary>
/// <param name="Document">File name.</param>
/// <param name="Outcome">"added", "replaced" or "unchanged".</param>
/// <param name="Pages">Number of pages read; 0 where the content was known already.</param>
/// <param name="Facts">Number of facts read.</param>
/// <param name="Changes">What a replacement changed, fact by fact.</param>
internal sealed record DocumentUpload(string Document, string Outcome, int Pages, int Facts, IReadOnlyList<string> Changes);
