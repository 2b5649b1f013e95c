namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>The unit in which a tensor type stores numbers.</summary>
/// <param name="Numbers">Numbers of a block; a row of a tensor is a whole number of blocks.</param>
/// <param name="Bytes">Bytes of a block.</param>
internal readonly record struct GgufBlock(int Numbers, int Bytes)
{
    /// <summary>The block of a type; null where the type is not known. Sizes: the structs of ggml-common.h (llama.cpp, MIT).</summary>
    public static GgufBlock? Of(GgufTensorType type) => type switch
    {
        GgufTensorType.F32 => new(1, 4),
        GgufTensorType.F16 or GgufTensorType.BF16 => new(1, 2),
        GgufTensorType.Q4_0 or GgufTensorType.IQ4_NL => new(32, 18),
        GgufTensorType.Q4_1 => new(32, 20),
        GgufTensorType.Q5_0 => new(32, 22),
        GgufTensorType.Q5_1 => new(32, 24),
        GgufTensorType.Q8_0 => new(32, 34),
        GgufTensorType.Q2_K => new(256, 84),
        GgufTensorType.Q3_K or GgufTensorType.IQ3_S => new(256, 110),
        GgufTensorType.Q4_K => new(256, 144),
        GgufTensorType.Q5_K => new(256, 176),
        GgufTensorType.Q6_K => new(256, 210),
        GgufTensorType.IQ2_XXS => new(256, 66),
        GgufTensorType.IQ2_XS => new(256, 74),
        GgufTensorType.IQ3_XXS => new(256, 98),
        GgufTensorType.IQ1_S => new(256, 50),
        GgufTensorType.IQ2_S => new(256, 82),
        GgufTensorType.IQ4_XS => new(256, 136),
        GgufTensorType.IQ1_M => new(256, 56),
        _ => null,
    };
}
