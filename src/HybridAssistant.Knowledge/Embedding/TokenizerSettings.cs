namespace HybridAssistant.Knowledge.Embedding;

/// <summary>What a model folder says about its WordPiece tokenizer.</summary>
internal sealed record TokenizerSettings
{
    /// <summary>Tokens in the order of their ids; gaps are empty strings.</summary>
    public required IReadOnlyList<string> Vocabulary { get; init; }

    public required string UnknownToken { get; init; }

    /// <summary>Put before every text; <c>[CLS]</c> in BERT.</summary>
    public required string StartToken { get; init; }

    /// <summary>Put after every text; <c>[SEP]</c> in BERT.</summary>
    public required string EndToken { get; init; }

    public required string PaddingToken { get; init; }

    /// <summary>Marks a piece that continues a word.</summary>
    public string ContinuationPrefix { get; init; } = "##";

    /// <summary>A longer word becomes the unknown token.</summary>
    public int MaxWordLength { get; init; } = 100;

    /// <summary>Drops control characters and makes every white space a blank.</summary>
    public bool CleanText { get; init; } = true;

    public bool SeparateCjk { get; init; } = true;

    public required bool LowerCase { get; init; }

    public required bool StripAccents { get; init; }
}
