using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>A page taken apart: its tables, and the text outside them by columns.</summary>
/// <param name="Page">The page.</param>
/// <param name="Tables">Tables, top to bottom.</param>
/// <param name="TextColumns">Columns of text in reading order, each top to bottom; no line of a table is among them.</param>
internal sealed record PageLayout(PageContent Page, IReadOnlyList<Table> Tables, IReadOnlyList<IReadOnlyList<TextLine>> TextColumns);
