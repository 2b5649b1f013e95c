namespace HybridAssistant.Documents.Facts;

/// <summary>Where in a table's logic a value stands.</summary>
/// <param name="Product">The model; empty: all.</param>
/// <param name="Section">Heading of the table and of the group of rows.</param>
/// <param name="Attribute">What is stated.</param>
/// <param name="Condition">What the row and column headings add.</param>
internal readonly record struct FactAddress(string Product, string Section, string Attribute, string Condition);
