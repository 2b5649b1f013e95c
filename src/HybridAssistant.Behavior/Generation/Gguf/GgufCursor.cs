using System.Buffers.Binary;
using System.Text;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>Reads a file's header from the front, never past its end, and never allocates what the file has no bytes for.</summary>
internal sealed class GgufCursor(Stream stream, long length, string file)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _scratch = new byte[sizeof(ulong)];

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes left in the file.</summary>
    public long Remaining => length - Position;

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint), what));

    public ulong UInt64(string what) => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong), what));

    /// <summary>A number of things that are to follow.</summary>
    /// <param name="what">The things, in the plural.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="least">Bytes that each takes at least.</param>
    public int Count(string what, long limit, int least)
    {
        ulong count = UInt64($"the number of {what}");
        if (count > (ulong)limit)
        {
            throw Fail(ModelFileFault.Invalid, $"it claims {count} {what}; at most {limit} are allowed. The file is damaged or no model.");
        }

        if ((long)count * least > Remaining)
        {
            throw Fail(
                ModelFileFault.Truncated,
                $"it claims {count} {what}, which take at least {(long)count * least} bytes, but only {Remaining} are left. " +
                "Copy or download the file again.");
        }

        return (int)count;
    }

    public string String(string what, int limit)
    {
        ulong bytes = UInt64($"the length of {what}");
        if (bytes > (ulong)limit)
        {
            throw Fail(ModelFileFault.Invalid, $"{what} claims {bytes} bytes; at most {limit} are allowed. The file is damaged.");
        }

        string text = Text(bytes == 0 ? [] : Block((int)bytes, what), what);
        // llama.cpp reads such a text up to there, so that two tokens or tensors may become one.
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw Fail(ModelFileFault.Invalid, $"{what} contains a zero byte (before byte {Position}). The file is damaged.")
            : text;
    }

    /// <summary>Reads bytes into an array of their own.</summary>
    public byte[] Block(int bytes, string what)
    {
        Need(bytes, what);
        var block = new byte[bytes];
        stream.ReadExactly(block);
        Position += bytes;
        return block;
    }

    /// <summary>An exception about this file.</summary>
    public ModelFileException Fail(ModelFileFault fault, string finding) => new(file, fault, finding);

    private string Text(byte[] bytes, string what)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new ModelFileException(
                file, ModelFileFault.Invalid, $"{what} is no UTF-8 text (before byte {Position}). The file is damaged.", e);
        }
    }

    private ReadOnlySpan<byte> Take(int bytes, string what)
    {
        Need(bytes, what);
        stream.ReadExactly(_scratch, 0, bytes);
        Position += bytes;
        return _scratch.AsSpan(0, bytes);
    }

    private void Need(long bytes, string what)
    {
        if (bytes > Remaining)
        {
            throw Fail(
                ModelFileFault.Truncated,
                $"it ends within {what}: {bytes} bytes are needed at byte {Position} and {Remaining} are left. Copy or download it again.");
        }

        if (Position + bytes > GgufLimits.HeaderBytes)
        {
            throw Fail(
                ModelFileFault.Invalid,
                $"its header takes more than {GgufLimits.HeaderBytes} bytes (at {what}). The file is damaged.");
        }
    }
}
