using System.Collections.Immutable;
using System.Numerics;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>
/// Reads the header of a GGUF file and checks it against the file's length, before llama.cpp sees the file: that one takes what
/// it reads at its word in places, and ends the process on some of it.
/// </summary>
internal static class GgufReader
{
    // Length of the key, one letter, type, one byte; length of the name, number of dimensions, one dimension, type, offset.
    private const int LeastEntry = 8 + 1 + 4 + 1;
    private const int LeastTensor = 8 + 4 + 8 + 4 + 8;

    /// <summary>Reads a header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">The file is missing, foreign, truncated or claims what cannot be.</exception>
    public static GgufFile Read(string path) =>
        ModelFileAccess.Read(path, stream => Read(path, new GgufCursor(stream, stream.Length, path), stream.Length));

    private static GgufFile Read(string path, GgufCursor cursor, long length)
    {
        if (length < 4 || cursor.UInt32("its first bytes") != GgufFormat.Magic)
        {
            throw cursor.Fail(ModelFileFault.Foreign, "it does not begin with 'GGUF'. Give a GGUF file, or a PEFT folder to import.");
        }

        uint version = cursor.UInt32("its version");
        if (version is not (2 or GgufFormat.Version))
        {
            throw cursor.Fail(ModelFileFault.Unsupported, $"it is GGUF of version {version}; 2 and 3 are read. Convert the model again.");
        }

        int tensors = cursor.Count("tensors", GgufLimits.Tensors, LeastTensor);
        int entries = cursor.Count("metadata entries", GgufLimits.Entries, LeastEntry);
        Dictionary<string, object> metadata = ReadMetadata(cursor, entries);
        int alignment = Alignment(cursor, metadata);
        List<GgufTensor> table = ReadTable(cursor, tensors, alignment);
        return new GgufFile(path, length, metadata, Place(cursor, table, GgufFormat.Align(cursor.Position, alignment), length));
    }

    private static Dictionary<string, object> ReadMetadata(GgufCursor cursor, int entries)
    {
        var metadata = new Dictionary<string, object>(entries, StringComparer.Ordinal);
        for (int i = 0; i < entries; i++)
        {
            string key = cursor.String($"the key of metadata entry {i}", GgufLimits.KeyBytes);
            object value = GgufValueReader.Read(cursor, key);
            if (key.Length == 0 || !metadata.TryAdd(key, value))
            {
                throw cursor.Fail(
                    ModelFileFault.Invalid,
                    $"metadata entry {i} has the key '{key}', which is empty or there twice. The file is damaged.");
            }
        }

        return metadata;
    }

    private static int Alignment(GgufCursor cursor, Dictionary<string, object> metadata)
    {
        if (!metadata.TryGetValue(GgufFormat.AlignmentKey, out object? value))
        {
            return GgufFormat.DefaultAlignment;
        }

        return value is uint alignment and >= GgufLimits.MinAlignment and <= GgufLimits.MaxAlignment && BitOperations.IsPow2(alignment)
            ? (int)alignment
            : throw cursor.Fail(
                ModelFileFault.Invalid,
                $"'{GgufFormat.AlignmentKey}' is {value}; a power of two from {GgufLimits.MinAlignment} to {GgufLimits.MaxAlignment} is allowed.");
    }

    // Positions are counted from the start of the data, which is known only when the table was read.
    private static List<GgufTensor> ReadTable(GgufCursor cursor, int tensors, int alignment)
    {
        var table = new List<GgufTensor>(tensors);
        long expected = 0;
        for (int i = 0; i < tensors; i++)
        {
            string name = cursor.String($"the name of tensor {i}", GgufFormat.MaxTensorName - 1);
            ImmutableArray<long> dimensions = ReadDimensions(cursor, name);
            var type = (GgufTensorType)cursor.UInt32($"the type of '{name}'");
            ulong offset = cursor.UInt64($"the offset of '{name}'");
            long bytes = Bytes(cursor, name, type, dimensions);
            // llama.cpp wants them in the order of the table without gaps; so nothing overlaps.
            if (offset != (ulong)expected)
            {
                throw cursor.Fail(
                    ModelFileFault.Invalid,
                    $"the tensor '{name}' is at offset {offset}; {expected} is expected. The file is damaged.");
            }

            table.Add(new GgufTensor(name, type, dimensions, expected, bytes));
            expected = GgufFormat.Align(expected + bytes, alignment);
        }

        return table;
    }

    private static ImmutableArray<long> ReadDimensions(GgufCursor cursor, string name)
    {
        uint count = cursor.UInt32($"the dimensions of '{name}'");
        if (count is 0 or > GgufFormat.MaxDimensions)
        {
            throw cursor.Fail(
                ModelFileFault.Invalid,
                $"the tensor '{name}' has {count} dimensions; 1 to {GgufFormat.MaxDimensions} are allowed.");
        }

        var dimensions = ImmutableArray.CreateBuilder<long>((int)count);
        for (uint i = 0; i < count; i++)
        {
            ulong dimension = cursor.UInt64($"the dimensions of '{name}'");
            if (dimension is 0 or > GgufLimits.Dimension)
            {
                throw cursor.Fail(
                    ModelFileFault.Invalid, $"a dimension of the tensor '{name}' is {dimension}; 1 to {GgufLimits.Dimension} is allowed.");
            }

            dimensions.Add((long)dimension);
        }

        return dimensions.MoveToImmutable();
    }

    private static long Bytes(GgufCursor cursor, string name, GgufTensorType type, ImmutableArray<long> dimensions)
    {
        GgufBlock block = GgufBlock.Of(type) ?? throw cursor.Fail(
            ModelFileFault.Unsupported,
            $"the tensor '{name}' is of the type {(uint)type}, which is not known. Quantise the model to a usual type, as Q4_0 or Q8_0.");
        if (dimensions[0] % block.Numbers != 0)
        {
            throw cursor.Fail(
                ModelFileFault.Invalid,
                $"the rows of the tensor '{name}' have {dimensions[0]} numbers; {type} needs a multiple of {block.Numbers}.");
        }

        Int128 bytes = block.Bytes * (Int128)(dimensions[0] / block.Numbers);
        foreach (long dimension in dimensions.AsSpan()[1..])
        {
            bytes *= dimension;
            if (bytes > cursor.Remaining)
            {
                break;
            }
        }

        return bytes <= cursor.Remaining
            ? (long)bytes
            : throw cursor.Fail(
                ModelFileFault.Truncated,
                $"the tensor '{name}' of {GgufTensor.Describe(dimensions.AsSpan())} takes at least {bytes} bytes and {cursor.Remaining} are left. " +
                "Copy or download the file again.");
    }

    private static Dictionary<string, GgufTensor> Place(GgufCursor cursor, List<GgufTensor> table, long start, long length)
    {
        var tensors = new Dictionary<string, GgufTensor>(table.Count, StringComparer.Ordinal);
        foreach (GgufTensor tensor in table)
        {
            GgufTensor placed = tensor with { Position = start + tensor.Position };
            if (placed.Bytes > length - placed.Position)
            {
                throw cursor.Fail(
                    ModelFileFault.Truncated,
                    $"the data of '{tensor.Name}' end at byte {placed.Position + placed.Bytes} and the file at {length}. Copy or download it again.");
            }

            if (!tensors.TryAdd(tensor.Name, placed))
            {
                throw cursor.Fail(ModelFileFault.Invalid, $"the tensor '{tensor.Name}' is there twice. The file is damaged.");
            }
        }

        return tensors;
    }
}
