using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>A sheet as the product catalogue knows it.</summary>
/// <param name="Document">File name.</param>
/// <param name="Title">Title.</param>
/// <param name="Products">Models and series.</param>
public sealed record CatalogSheet(string Document, string Title, ImmutableArray<ProductName> Products);
