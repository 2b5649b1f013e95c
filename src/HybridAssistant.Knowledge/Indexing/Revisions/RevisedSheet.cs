using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Revisions;

/// <summary>What tells the revisions of one sheet apart.</summary>
/// <param name="Document">File name.</param>
/// <param name="Revision">Revision mark; null: none printed.</param>
/// <param name="Date">Date of the revision; null: none printed.</param>
/// <param name="Products">Models and series of the sheet.</param>
internal sealed record RevisedSheet(string Document, string? Revision, DateOnly? Date, ImmutableArray<ProductName> Products);
