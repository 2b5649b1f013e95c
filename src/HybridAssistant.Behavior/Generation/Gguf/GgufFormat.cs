namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>Constants of the GGUF file format.</summary>
/// <remarks>https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. All numbers are little-endian.</remarks>
internal static class GgufFormat
{
    /// <summary>"GGUF", read as a little-endian number.</summary>
    public const uint Magic = 0x46554747;

    /// <summary>The version that is written.</summary>
    public const uint Version = 3;

    /// <summary>Alignment of the tensors' data in bytes where <see cref="AlignmentKey"/> does not say otherwise.</summary>
    public const int DefaultAlignment = 32;

    /// <summary>The key of the alignment.</summary>
    public const string AlignmentKey = "general.alignment";

    /// <summary>Dimensions that a tensor may have (GGML_MAX_DIMS).</summary>
    public const int MaxDimensions = 4;

    /// <summary>Bytes of a tensor's name, with its closing zero (GGML_MAX_NAME).</summary>
    public const int MaxTensorName = 64;

    /// <summary>The next multiple of an alignment.</summary>
    public static long Align(long offset, int alignment) => checked(offset + alignment - 1) / alignment * alignment;
}
