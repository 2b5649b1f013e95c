namespace HybridAssistant.Knowledge.Embedding;

/// <summary>A sentence-transformers folder, as read; everything a text needs on its way to a vector.</summary>
internal sealed record ModelFolder
{
    /// <summary>Full path.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the folder: for people, not part of the fingerprint.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Full path of the ONNX file.</summary>
    public required string ModelFile { get; init; }

    /// <summary><c>model_type</c> of the folder's <c>config.json</c>.</summary>
    public required string Architecture { get; init; }

    public required TokenizerSettings Tokenizer { get; init; }

    /// <summary>Longest text in tokens, start and end token included.</summary>
    public required int MaxTokens { get; init; }

    public required PoolingMode Pooling { get; init; }

    public required bool Normalize { get; init; }

    /// <summary>Length of a token's vector, and so of a text's.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Put before a question.</summary>
    public required string QueryPrefix { get; init; }

    /// <summary>Put before a line or passage.</summary>
    public required string DocumentPrefix { get; init; }
}
