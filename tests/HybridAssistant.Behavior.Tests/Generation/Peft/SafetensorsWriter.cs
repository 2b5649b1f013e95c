using System.Buffers.Binary;
using System.Text.Json;

namespace HybridAssistant.Behavior.Tests.Generation.Peft;

/// <summary>Writes safetensors files as the Python library does.</summary>
internal static class SafetensorsWriter
{
    public static void Write(string path, string type, IReadOnlyDictionary<string, (int[] Shape, float[] Numbers)> tensors)
    {
        var header = new Dictionary<string, object> { ["__metadata__"] = new Dictionary<string, string> { ["format"] = "pt" } };
        using var data = new MemoryStream();
        foreach ((string name, (int[] shape, float[] numbers)) in tensors)
        {
            long begin = data.Length;
            foreach (float number in numbers)
            {
                data.Write(Encode(number, type));
            }

            header[name] = new Dictionary<string, object> { ["dtype"] = type, ["shape"] = shape, ["data_offsets"] = new[] { begin, data.Length } };
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        using FileStream stream = File.Create(path);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        stream.Write(length);
        stream.Write(json);
        data.WriteTo(stream);
    }

    private static byte[] Encode(float number, string type) => type switch
    {
        "F16" => BitConverter.GetBytes((Half)number),
        "BF16" => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(number) >> 16)),
        _ => BitConverter.GetBytes(number),
    };
}
