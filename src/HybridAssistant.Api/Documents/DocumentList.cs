using System.Collections.Immutable;

namespace HybridAssistant.Api.Documents;

/// <summary>All documents, by name.</summary>
internal sealed record DocumentList(ImmutableArray<DocumentSummary> Documents);
