namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>
/// What a file may claim. Each bound is far above what models of the served families have (in brackets: Llama 3 405B, the
/// largest), and low enough that a file which lies costs little.
/// </summary>
internal static class GgufLimits
{
    /// <summary>Metadata entries (about 40).</summary>
    public const int Entries = 4096;

    /// <summary>Tensors (1,138).</summary>
    public const int Tensors = 16_384;

    /// <summary>Bytes of a key (about 60); the specification's own bound.</summary>
    public const int KeyBytes = 65_535;

    /// <summary>Bytes of a string (a chat template of 10,000).</summary>
    public const int StringBytes = 16 * 1024 * 1024;

    /// <summary>Elements of an array (280,147 merges).</summary>
    public const int ArrayElements = 4_000_000;

    /// <summary>Bytes of metadata and table together (7 MB).</summary>
    public const long HeaderBytes = 256 * 1024 * 1024;

    /// <summary>Numbers of a dimension (128,256).</summary>
    public const long Dimension = 1L << 32;

    /// <summary>Bytes between which data may be aligned (32).</summary>
    public const int MinAlignment = 8, MaxAlignment = 65_536;
}
