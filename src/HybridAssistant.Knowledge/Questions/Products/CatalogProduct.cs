namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>A product of one sheet. The same name on two sheets is two of these.</summary>
/// <param name="Document">File name of the sheet.</param>
/// <param name="Name">The name as facts carry it.</param>
/// <param name="IsSeries">Whether it stands for all models of its sheet.</param>
public readonly record struct CatalogProduct(string Document, string Name, bool IsSeries);
