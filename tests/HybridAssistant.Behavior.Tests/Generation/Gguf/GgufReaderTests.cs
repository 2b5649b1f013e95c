using System.Buffers.Binary;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Tests.Generation.Models;

namespace HybridAssistant.Behavior.Tests.Generation.Gguf;

public sealed class GgufReaderTests : IDisposable
{
    private const int TensorCountAt = 8, EntryCountAt = 16, FirstKeyAt = 24;

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_what_was_written()
    {
        var file = new GgufWriter();
        object[] values = ["text", true, (byte)1, (sbyte)-1, (ushort)2, (short)-2, 3u, -3, 4ul, -4L, 0.5f, 0.25, new[] { "a", "" }, new[] { 1f, 2f }, new[] { true, false }];
        for (int i = 0; i < values.Length; i++)
        {
            file.Set($"key.{i}", values[i]);
        }

        file.AddTensor("first", [3], new float[] { 1, 2, 3 });
        file.AddTensor("second", [2, 2], new float[] { 4, 5, 6, 7 });
        GgufFile read = GgufReader.Read(Write(file));

        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => read.Metadata[$"key.{i}"]));
        Assert.Equal("[2, 2]", read.Tensors["second"].Shape);
        Assert.Equal(0, read.Tensors["first"].Position % 32);
        Assert.Equal(read.Tensors["first"].Position + 32, read.Tensors["second"].Position);
        Assert.Equal(16, read.Tensors["second"].Bytes);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var exception = Assert.Throws<ModelFileException>(() => GgufReader.Read(_folder["none.gguf"]));

        Assert.Equal(ModelFileFault.Missing, exception.Fault);
        Assert.Equal($"The model file '{_folder["none.gguf"]}' cannot be used: there is no such file. Check its path.", exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GGU")]
    [InlineData("PK\u0003\u0004 a zip file")]
    public void Another_kind_of_file_is_foreign(string content)
    {
        File.WriteAllText(_folder["foreign.gguf"], content);

        Assert.Equal(ModelFileFault.Foreign, Assert.Throws<ModelFileException>(() => GgufReader.Read(_folder["foreign.gguf"])).Fault);
    }

    [Theory]
    [InlineData(4, 1ul, ModelFileFault.Unsupported, "it is GGUF of version 1; 2 and 3 are read")]
    [InlineData(TensorCountAt, ulong.MaxValue, ModelFileFault.Invalid, "it claims 18446744073709551615 tensors; at most 16384 are allowed")]
    [InlineData(TensorCountAt, 16_000ul, ModelFileFault.Truncated, "it claims 16000 tensors, which take at least 512000 bytes")]
    [InlineData(EntryCountAt, 1ul << 40, ModelFileFault.Invalid, "it claims 1099511627776 metadata entries")]
    [InlineData(FirstKeyAt, 1ul << 62, ModelFileFault.Invalid, "the key of metadata entry 0 claims 4611686018427387904 bytes; at most 65535")]
    [InlineData(FirstKeyAt, 65_000ul, ModelFileFault.Truncated, "it ends within the key of metadata entry 0")]
    public void Absurd_numbers_are_refused_before_anything_is_allocated(int position, ulong value, ModelFileFault fault, string finding)
    {
        var file = new GgufWriter();
        file.Set("general.architecture", "llama");
        file.AddTensor("tensor", [8], new float[8]);
        string path = Write(file);
        byte[] bytes = File.ReadAllBytes(path);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, value);
        number[..(position == 4 ? 4 : 8)].CopyTo(bytes.AsSpan(position));
        File.WriteAllBytes(path, bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<ModelFileException>(() => GgufReader.Read(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(finding, exception.Message);
    }

    [Fact]
    public void An_array_that_claims_more_than_the_file_has_is_refused_before_it_is_allocated()
    {
        var file = new GgufWriter();
        file.Set("tokenizer.ggml.scores", new float[4]);
        string path = Write(file);
        byte[] bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(FirstKeyAt + 8 + 21 + 4 + 4), 3_000_000);
        File.WriteAllBytes(path, bytes);

        Assert.Contains(
            "it claims 3000000 elements in the value of 'tokenizer.ggml.scores'", Assert.Throws<ModelFileException>(() => GgufReader.Read(path)).Message);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(48u)]
    [InlineData(1u << 30)]
    [InlineData("32")]
    public void An_alignment_must_be_a_power_of_two(object alignment)
    {
        var file = new GgufWriter();
        file.Set("general.alignment", alignment);

        Assert.Contains("'general.alignment' is", Assert.Throws<ModelFileException>(() => GgufReader.Read(Write(file))).Message);
    }

    [Fact]
    public void Every_truncation_of_the_header_is_reported_as_such()
    {
        string path = _folder.WriteBase(vocabulary: RandomModels.SampleVocabulary.Smallest);
        long data = GgufReader.Read(path).Tensors.Values.Min(tensor => tensor.Position);
        using FileStream stream = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        for (long length = data; length >= 4; length -= length > 600 ? 7 : 1)
        {
            stream.SetLength(length);
            Assert.Equal(ModelFileFault.Truncated, Assert.Throws<ModelFileException>(() => BaseModelReader.Read(path)).Fault);
        }
    }

    [Fact]
    public void A_file_that_lacks_its_last_number_is_truncated()
    {
        string path = _folder.WriteBase();
        GgufTensor last = GgufReader.Read(path).Tensors.Values.MaxBy(tensor => tensor.Position)!;
        using (FileStream stream = File.OpenWrite(path))
        {
            stream.SetLength(last.Position + last.Bytes - 1);
        }

        var exception = Assert.Throws<ModelFileException>(() => GgufReader.Read(path));

        Assert.Equal(ModelFileFault.Truncated, exception.Fault);
        Assert.Contains($"the data of 'output_norm.weight' end at byte {last.Position + last.Bytes} and the file at", exception.Message);
    }

    private string Write(GgufWriter file)
    {
        using FileStream stream = File.Create(_folder["written.gguf"]);
        file.Write(stream);
        return stream.Name;
    }
}
