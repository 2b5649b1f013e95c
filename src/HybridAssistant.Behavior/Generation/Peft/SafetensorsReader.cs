using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>Reads the header of a safetensors file and checks it against the file's length.</summary>
/// <remarks>https://huggingface.co/docs/safetensors: eight bytes of length, JSON, then the data without gaps.</remarks>
internal static class SafetensorsReader
{
    // The format allows 100 MB; an adapter of 512 layers with seven pairs each takes 1.2 MB.
    private const int MaxHeaderBytes = 16 * 1024 * 1024;
    private const int MaxDimensions = 8;
    private const string MetadataName = "__metadata__";

    /// <summary>Reads a header.</summary>
    /// <exception cref="ModelFileException">The file is missing, foreign, truncated or contradicts itself.</exception>
    public static SafetensorsFile Read(string path) =>
        ModelFileAccess.Read(path, stream => Read(path, stream), "Save the adapter with safe serialisation.");

    private static SafetensorsFile Read(string path, FileStream stream)
    {
        ModelFileException Fail(ModelFileFault fault, string finding) => new(path, fault, finding);
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (stream.Length < prefix.Length)
        {
            throw Fail(
                ModelFileFault.Truncated,
                $"it has {stream.Length} bytes; a safetensors file has at least {prefix.Length}. Copy or download it again.");
        }

        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxHeaderBytes)
        {
            throw Fail(
                ModelFileFault.Foreign,
                $"its header claims {length} bytes; at most {MaxHeaderBytes} are allowed. It is no safetensors file, or damaged.");
        }

        if ((long)length > stream.Length - prefix.Length)
        {
            throw Fail(
                ModelFileFault.Truncated,
                $"its header claims {length} bytes and {stream.Length - prefix.Length} are left. Copy or download it again.");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        try
        {
            // A tensor's entry nests arrays in an object in the header's object.
            using JsonDocument json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 4 });
            return new SafetensorsFile(path, ReadTensors(json.RootElement, prefix.Length + (long)length, stream.Length, Fail));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new ModelFileException(path, ModelFileFault.Foreign, $"its header is no safetensors header ({e.Message}).", e);
        }
    }

    private static Dictionary<string, SafetensorsTensor> ReadTensors(
        JsonElement header, long start, long length, Func<ModelFileFault, string, ModelFileException> fail)
    {
        var tensors = new Dictionary<string, SafetensorsTensor>(StringComparer.Ordinal);
        foreach (JsonProperty entry in header.EnumerateObject())
        {
            if (entry.Name != MetadataName && !tensors.TryAdd(entry.Name, ReadTensor(entry, start, length, fail)))
            {
                throw fail(ModelFileFault.Invalid, $"the tensor '{entry.Name}' is there twice. The file is damaged.");
            }
        }

        long expected = start;
        foreach (SafetensorsTensor tensor in tensors.Values.OrderBy(tensor => tensor.Position))
        {
            if (tensor.Position != expected)
            {
                throw fail(
                    ModelFileFault.Invalid,
                    $"the data of '{tensor.Name}' begin at byte {tensor.Position}; {expected} is expected. The file is damaged.");
            }

            expected += tensor.Bytes;
        }

        return expected == length
            ? tensors
            : throw fail(ModelFileFault.Invalid, $"its data end at byte {expected} and the file at {length}. The file is damaged.");
    }

    private static SafetensorsTensor ReadTensor(JsonProperty entry, long start, long length, Func<ModelFileFault, string, ModelFileException> fail)
    {
        SafetensorsType type = entry.Value.GetProperty("dtype").GetString() switch
        {
            "F32" => SafetensorsType.F32,
            "F16" => SafetensorsType.F16,
            "BF16" => SafetensorsType.BF16,
            var other => throw fail(
                ModelFileFault.Unsupported,
                $"the tensor '{entry.Name}' is stored as {other}; F32, F16 and BF16 are read."),
        };
        ImmutableArray<long> shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt64())];
        JsonElement offsets = entry.Value.GetProperty("data_offsets");
        (long begin, long end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (begin < 0 || end < begin || end > length - start)
        {
            throw fail(
                ModelFileFault.Truncated,
                $"the data of '{entry.Name}' are to lie at {begin} to {end} of {length - start} bytes. Copy or download it again.");
        }

        return HoldsExactly(shape, type, end - begin)
            ? new SafetensorsTensor(entry.Name, type, shape, start + begin, end - begin)
            : throw fail(
                ModelFileFault.Invalid,
                $"the tensor '{entry.Name}' of [{string.Join(", ", shape)}] in {type} has {end - begin} bytes of data. The file is damaged.");
    }

    private static bool HoldsExactly(ImmutableArray<long> shape, SafetensorsType type, long bytes)
    {
        Int128 expected = type == SafetensorsType.F32 ? sizeof(float) : sizeof(ushort);
        foreach (long dimension in shape)
        {
            if (dimension < 0 || expected > bytes)
            {
                return false;
            }

            expected *= dimension;
        }

        return shape.Length <= MaxDimensions && expected == bytes;
    }
}
