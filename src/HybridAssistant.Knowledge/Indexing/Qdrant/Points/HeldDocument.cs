namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A document as the collection holds it.</summary>
/// <param name="Document">What is listed of it.</param>
/// <param name="TitleKey">Its title as revisions of one sheet share it.</param>
/// <param name="From">Generation that wrote its point.</param>
/// <param name="PrintedCodes">Number of printed codes.</param>
/// <param name="SearchableFacts">Number of facts that are searched.</param>
/// <param name="FactTerms">Terms of their lines.</param>
/// <param name="PassageTerms">Terms of its passages' lines.</param>
internal sealed record HeldDocument(
    IndexedDocument Document, string TitleKey, long From, int PrintedCodes, int SearchableFacts, long FactTerms, long PassageTerms);
