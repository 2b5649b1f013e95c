namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>What stands behind one row of the vector copy.</summary>
/// <param name="Kind">Fact or passage.</param>
/// <param name="Id">Row id of the fact or passage.</param>
/// <param name="Document">Row id of its document.</param>
/// <param name="ProductKey">Product of a fact as codes are normalised.</param>
/// <param name="QuantityKind">Quantity kind of a fact's typed value.</param>
internal readonly record struct VectorRow(EntryKinds Kind, long Id, long Document, string ProductKey, string? QuantityKind);
