using HybridAssistant.Core.Codes;

namespace HybridAssistant.Knowledge.Indexing;

/// <summary>A printed code and the document that prints it.</summary>
/// <param name="Document">File name.</param>
/// <param name="Code">The code with its page and model.</param>
/// <param name="ComposedOnly">True where no sheet prints the code and only an ordering-code grammar composes it: it finds, but is never said.</param>
public sealed record CodeMatch(string Document, ProductCode Code, bool ComposedOnly);
