namespace HybridAssistant.Api.Documents;

/// <summary>What the last replacement of a document changed.</summary>
/// <param name="Document">File name.</param>
/// <param name="ChangedAt">When it was replaced.</param>
/// <param name="Changes">One line a fact: "KX-200 · max. working pressure: 16 bar -> 12 bar, p. 2".</param>
internal sealed record DocumentChanges(string Document, DateTimeOffset ChangedAt, IReadOnlyList<string> Changes);
