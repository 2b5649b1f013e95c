using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>Writes GGUF files: metadata first, then the table of tensors, then their data.</summary>
public sealed class GgufWriter
{
    private readonly List<KeyValuePair<string, object>> _metadata = [];
    private readonly List<Entry> _tensors = [];

    /// <summary>Adds a metadata value.</summary>
    /// <param name="key">The key, as "llama.block_count". Each may be set once.</param>
    /// <param name="value">A bool, a number, a string, or an array of numbers or strings; its type is that in the file.</param>
    /// <exception cref="ArgumentException">The key is there already, or the format has no such type.</exception>
    public void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        if (_metadata.Any(entry => entry.Key == key))
        {
            throw new ArgumentException($"The key '{key}' is set twice.", nameof(key));
        }

        _ = TypeOf(value.GetType().GetElementType() ?? value.GetType());
        _metadata.Add(new(key, value));
    }

    /// <summary>Adds a tensor.</summary>
    /// <param name="name">Its name, at most 63 bytes.</param>
    /// <param name="type">How its numbers are stored.</param>
    /// <param name="dimensions">Numbers along each dimension, the quickest first (the length of a row, then the number of rows).</param>
    /// <param name="write">Writes the data when the file is written.</param>
    /// <exception cref="ArgumentException">The name or the dimensions cannot be stored.</exception>
    public void AddTensor(string name, GgufTensorType type, ImmutableArray<long> dimensions, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        GgufBlock block = GgufBlock.Of(type) ?? throw new ArgumentException($"The tensor type {type} is not known.", nameof(type));
        if (Encoding.UTF8.GetByteCount(name) >= GgufFormat.MaxTensorName)
        {
            throw new ArgumentException($"The tensor name '{name}' has more than {GgufFormat.MaxTensorName - 1} bytes.", nameof(name));
        }

        if (dimensions.Length is 0 or > GgufFormat.MaxDimensions || dimensions.Any(d => d < 1) || dimensions[0] % block.Numbers != 0)
        {
            throw new ArgumentException(
                $"The tensor '{name}' of [{string.Join(", ", dimensions)}] does not fit {type}: at most {GgufFormat.MaxDimensions} " +
                $"dimensions, rows of a multiple of {block.Numbers}.",
                nameof(dimensions));
        }

        long bytes = dimensions.Aggregate(1L, (product, d) => checked(product * d)) / block.Numbers * block.Bytes;
        _tensors.Add(new(name, type, dimensions, bytes, write));
    }

    /// <summary>Adds a tensor of 32-bit numbers.</summary>
    /// <exception cref="ArgumentException">There are not as many numbers as the dimensions say.</exception>
    public void AddTensor(string name, ImmutableArray<long> dimensions, ReadOnlyMemory<float> numbers)
    {
        if (numbers.Length != dimensions.Aggregate(1L, (product, d) => product * d))
        {
            throw new ArgumentException($"The tensor '{name}' of [{string.Join(", ", dimensions)}] got {numbers.Length} numbers.", nameof(numbers));
        }

        AddTensor(name, GgufTensorType.F32, dimensions, stream => stream.Write(MemoryMarshal.AsBytes(numbers.Span)));
    }

    /// <summary>Writes the file into a new or empty stream.</summary>
    /// <exception cref="InvalidOperationException">A tensor's data is not as long as its type and dimensions say.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long start = stream.Position;
        using var binary = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        binary.Write(GgufFormat.Magic);
        binary.Write(GgufFormat.Version);
        binary.Write((long)_tensors.Count);
        binary.Write((long)_metadata.Count);
        foreach ((string key, object value) in _metadata)
        {
            WriteString(binary, key);
            WriteValue(binary, value);
        }

        long offset = 0;
        foreach (Entry tensor in _tensors)
        {
            WriteString(binary, tensor.Name);
            binary.Write(tensor.Dimensions.Length);
            foreach (long dimension in tensor.Dimensions)
            {
                binary.Write(dimension);
            }

            binary.Write((uint)tensor.Type);
            binary.Write(offset);
            offset = GgufFormat.Align(offset + tensor.Bytes, GgufFormat.DefaultAlignment);
        }

        binary.Flush();
        foreach (Entry tensor in _tensors)
        {
            Pad(stream, start);
            long before = stream.Position;
            tensor.Write(stream);
            if (stream.Position - before != tensor.Bytes)
            {
                throw new InvalidOperationException(
                    $"The data of '{tensor.Name}' has {stream.Position - before} bytes; its type and dimensions make {tensor.Bytes}.");
            }
        }

        // llama.cpp reads the padding of the last tensor too.
        Pad(stream, start);
    }

    private static void Pad(Stream stream, long start)
    {
        long length = stream.Position - start;
        Span<byte> zeros = stackalloc byte[GgufFormat.DefaultAlignment];
        zeros.Clear();
        stream.Write(zeros[..(int)(GgufFormat.Align(length, GgufFormat.DefaultAlignment) - length)]);
    }

    private static void WriteValue(BinaryWriter binary, object value)
    {
        if (value is Array array)
        {
            GgufValueType type = TypeOf(array.GetType().GetElementType()!);
            binary.Write((uint)GgufValueType.Array);
            binary.Write((uint)type);
            binary.Write((long)array.Length);
            foreach (object element in array)
            {
                WriteScalar(binary, element);
            }

            return;
        }

        binary.Write((uint)TypeOf(value.GetType()));
        WriteScalar(binary, value);
    }

    private static void WriteScalar(BinaryWriter binary, object value)
    {
        switch (value)
        {
            case string text: WriteString(binary, text); break;
            case bool flag: binary.Write(flag); break;
            case byte number: binary.Write(number); break;
            case sbyte number: binary.Write(number); break;
            case ushort number: binary.Write(number); break;
            case short number: binary.Write(number); break;
            case uint number: binary.Write(number); break;
            case int number: binary.Write(number); break;
            case ulong number: binary.Write(number); break;
            case long number: binary.Write(number); break;
            case float number: binary.Write(number); break;
            case double number: binary.Write(number); break;
        }
    }

    private static void WriteString(BinaryWriter binary, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        binary.Write((long)bytes.Length);
        binary.Write(bytes);
    }

    private static GgufValueType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => GgufValueType.String,
        TypeCode.Boolean => GgufValueType.Bool,
        TypeCode.Byte => GgufValueType.UInt8,
        TypeCode.SByte => GgufValueType.Int8,
        TypeCode.UInt16 => GgufValueType.UInt16,
        TypeCode.Int16 => GgufValueType.Int16,
        TypeCode.UInt32 => GgufValueType.UInt32,
        TypeCode.Int32 => GgufValueType.Int32,
        TypeCode.UInt64 => GgufValueType.UInt64,
        TypeCode.Int64 => GgufValueType.Int64,
        TypeCode.Single => GgufValueType.Float32,
        TypeCode.Double => GgufValueType.Float64,
        _ => throw new ArgumentException($"GGUF has no metadata of {type.Name}.", nameof(type)),
    };

    private sealed record Entry(string Name, GgufTensorType Type, ImmutableArray<long> Dimensions, long Bytes, Action<Stream> Write);
}
