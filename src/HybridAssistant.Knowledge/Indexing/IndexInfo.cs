namespace HybridAssistant.Knowledge.Indexing;

/// <summary>What the index holds.</summary>
/// <param name="Location">Where it is: the path of the file, or the address of the server.</param>
/// <param name="FormatVersion">Version of the index format.</param>
/// <param name="ContentVersion">Changes with every commit.</param>
/// <param name="Documents">Number of documents, superseded ones included.</param>
/// <param name="Superseded">Number of documents of which a later revision is in the index.</param>
/// <param name="Facts">Number of facts.</param>
/// <param name="Passages">Number of passages.</param>
/// <param name="Codes">Number of printed codes.</param>
/// <param name="EmbedderFingerprint">The model that made the vectors; null: retrieval is lexical only.</param>
/// <param name="Dimensions">Length of the vectors; 0 without them.</param>
public sealed record IndexInfo(
    string Location,
    int FormatVersion,
    string ContentVersion,
    int Documents,
    int Superseded,
    int Facts,
    int Passages,
    int Codes,
    string? EmbedderFingerprint,
    int Dimensions);
