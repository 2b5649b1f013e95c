using HybridAssistant.Core.Codes;

namespace HybridAssistant.Knowledge.Indexing.Contents;

/// <summary>A code as an index holds it.</summary>
/// <param name="Code">The code with its page and model.</param>
/// <param name="IsComposed">True where the sheet does not print it and an ordering-code grammar of the sheet composes it.</param>
internal readonly record struct IndexedCode(ProductCode Code, bool IsComposed);
