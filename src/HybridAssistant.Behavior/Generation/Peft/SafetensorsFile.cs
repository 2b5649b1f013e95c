using System.Runtime.InteropServices;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>A safetensors file whose header was checked against its length; the data are still on disk.</summary>
/// <param name="Path">The file.</param>
/// <param name="Tensors">Its tensors by name.</param>
internal sealed record SafetensorsFile(string Path, IReadOnlyDictionary<string, SafetensorsTensor> Tensors)
{
    // Of one tensor: a factor of rank 1,024 on the widest matrix has half of it.
    private const int MaxNumbers = 1 << 27;

    /// <summary>Reads a tensor's numbers, row by row.</summary>
    /// <exception cref="ModelFileException">It is absurdly large, a number is not finite, or the file cannot be read any more.</exception>
    public float[] ReadNumbers(SafetensorsTensor tensor)
    {
        int size = tensor.Type == SafetensorsType.F32 ? sizeof(float) : sizeof(ushort);
        if (tensor.Bytes / size > MaxNumbers)
        {
            throw Fail(ModelFileFault.Invalid, $"the tensor '{tensor.Name}' of {tensor.Describe()} has more than {MaxNumbers} numbers.");
        }

        byte[] data = ModelFileAccess.Read(Path, stream => ReadData(stream, tensor));

        float[] numbers = tensor.Type switch
        {
            SafetensorsType.F16 => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(data).ToArray(), half => (float)half),
            SafetensorsType.BF16 => Array.ConvertAll(MemoryMarshal.Cast<byte, ushort>(data).ToArray(), WidenBFloat16),
            _ => MemoryMarshal.Cast<byte, float>(data).ToArray(),
        };
        int odd = Array.FindIndex(numbers, number => !float.IsFinite(number));
        return odd < 0
            ? numbers
            : throw Fail(
                ModelFileFault.Invalid,
                $"number {odd} of the tensor '{tensor.Name}' is {FormattableString.Invariant($"{numbers[odd]}")}. " +
                "The training diverged: take an earlier checkpoint.");
    }

    private static byte[] ReadData(FileStream stream, SafetensorsTensor tensor)
    {
        var data = new byte[tensor.Bytes];
        stream.Position = tensor.Position;
        stream.ReadExactly(data);
        return data;
    }

    /// <summary>An exception about this file.</summary>
    public ModelFileException Fail(ModelFileFault fault, string finding) => new(Path, fault, finding);

    // The upper half of a float.
    private static float WidenBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
