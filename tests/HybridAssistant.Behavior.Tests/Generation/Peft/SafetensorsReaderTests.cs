using System.Buffers.Binary;
using System.Text;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Generation.Peft;
using HybridAssistant.Behavior.Tests.Generation.Models;

namespace HybridAssistant.Behavior.Tests.Generation.Peft;

public sealed class SafetensorsReaderTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    public void Reads_numbers_of_each_type(string type)
    {
        SafetensorsWriter.Write(_folder["a"], type, new Dictionary<string, (int[], float[])>
        {
            ["first"] = ([2, 2], [1, -0.5f, 0.25f, 3]),
            ["second"] = ([3], [0, 2, -96]),
        });

        SafetensorsFile file = SafetensorsReader.Read(_folder["a"]);

        Assert.Equal([2L, 2L], file.Tensors["first"].Shape);
        Assert.Equal([1, -0.5f, 0.25f, 3], file.ReadNumbers(file.Tensors["first"]));
        Assert.Equal([0, 2, -96], file.ReadNumbers(file.Tensors["second"]));
    }

    [Theory]
    [InlineData("{}", 4, ModelFileFault.Invalid, "its data end at byte 10 and the file at 14")]
    [InlineData("[]", 0, ModelFileFault.Foreign, "its header is no safetensors header")]
    [InlineData("{", 0, ModelFileFault.Foreign, "its header is no safetensors header")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, ModelFileFault.Foreign, "its header is no safetensors header")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1]}}""", 4, ModelFileFault.Foreign, "its header is no safetensors header")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, ModelFileFault.Foreign, "its header is no safetensors header")]
    [InlineData("""{"t":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8, ModelFileFault.Unsupported, "'t' is stored as I64; F32, F16 and BF16 are read")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, ModelFileFault.Truncated, "the data of 't' are to lie at 0 to 8 of 4 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 4, ModelFileFault.Truncated, "are to lie at -4 to 0")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, ModelFileFault.Invalid, "'t' of [2] in F32 has 4 bytes of data")]
    [InlineData("""{"t":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,4]}}""", 4, ModelFileFault.Invalid, "has 4 bytes of data")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, ModelFileFault.Invalid, "begin at byte")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"u":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, ModelFileFault.Invalid, "the data of 'u' begin at byte")]
    public void Refuses_what_does_not_hold_together(string header, int dataBytes, ModelFileFault fault, string finding)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        Write((ulong)json.Length, [.. json, .. new byte[dataBytes]]);

        AssertRefused(fault, finding);
    }

    [Theory]
    [InlineData(ulong.MaxValue, ModelFileFault.Foreign, "its header claims 18446744073709551615 bytes; at most 16777216")]
    [InlineData(1000ul, ModelFileFault.Truncated, "its header claims 1000 bytes and 2 are left")]
    public void Refuses_a_header_longer_than_the_file(ulong length, ModelFileFault fault, string finding)
    {
        Write(length, "{}"u8.ToArray());

        AssertRefused(fault, finding);
    }

    [Fact]
    public void Every_change_of_a_byte_of_the_header_is_read_or_refused()
    {
        SafetensorsWriter.Write(_folder["a"], "F32", new Dictionary<string, (int[], float[])> { ["x"] = ([2, 1], [1, 2]), ["y"] = ([1], [3]) });
        byte[] bytes = File.ReadAllBytes(_folder["a"]);
        int refused = 0;
        for (int position = 0; position < bytes.Length - 12; position++)
        {
            foreach (byte change in (byte[])[1, 2, 16, 128, 255])
            {
                bytes[position] ^= change;
                File.WriteAllBytes(_folder["a"], bytes);
                bytes[position] ^= change;
                try
                {
                    SafetensorsReader.Read(_folder["a"]);
                }
                catch (ModelFileException)
                {
                    refused++;
                }
            }
        }

        Assert.InRange(refused, 100, 5 * bytes.Length);
    }

    private void Write(ulong length, byte[] rest)
    {
        var prefix = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        File.WriteAllBytes(_folder["a"], [.. prefix, .. rest]);
    }

    private void AssertRefused(ModelFileFault fault, string finding)
    {
        var exception = Assert.Throws<ModelFileException>(() => SafetensorsReader.Read(_folder["a"]));

        Assert.Equal(fault, exception.Fault);
        Assert.Contains(finding, exception.Message);
    }
}
