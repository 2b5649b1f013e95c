using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>
/// Tells base models apart: measures, tokens and the weights of the norms. Norms are stored as F32 in every quantisation of a
/// model, and differ between models of one shape; so an adapter made on the F16 file fits the Q4_0 file of the same model, and no
/// other model's.
/// </summary>
internal static class BaseFingerprint
{
    /// <summary>The metadata key under which an adapter keeps the fingerprint of its base.</summary>
    public const string Key = "hybrid_assistant.base_fingerprint";

    private const int Bytes = 16;

    /// <summary>Computes the fingerprint: 32 hexadecimal digits.</summary>
    /// <exception cref="ModelFileException">The file cannot be read, or changed meanwhile.</exception>
    public static string Compute(GgufFile file, BaseModelShape shape)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{shape.Architecture} {shape.Layers} {shape.Width} {shape.Heads} {shape.KeyValueHeads} {shape.KeyWidth} {shape.FeedForward}")));
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string token in file.Find<string[]>("tokenizer.ggml.tokens") ?? [])
        {
            byte[] text = Encoding.UTF8.GetBytes(token);
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(text);
        }

        return ModelFileAccess.Read(file.Path, stream => AppendNorms(hash, file, stream));
    }

    private static string AppendNorms(IncrementalHash hash, GgufFile file, FileStream stream)
    {
        foreach (GgufTensor norm in file.Tensors.Values.Where(IsNorm).OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            var data = new byte[norm.Bytes];
            stream.Position = norm.Position;
            stream.ReadExactly(data);
            hash.AppendData(data);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static bool IsNorm(GgufTensor tensor) => tensor.Name.EndsWith("_norm.weight", StringComparison.Ordinal);
}
