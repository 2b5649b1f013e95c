using System.Buffers.Binary;
using System.Text.Json;

namespace HybridAssistant.Documents.Isolation;

/// <summary>Length-prefixed messages over the pipes of a reading process: four bytes of length, little-endian, then the content.</summary>
internal static class SheetWorkerFrames
{
    private const int PrefixBytes = 4;

    // Above the largest file that the limits allow; a longer message is a fault.
    private const int MaxBytes = (1 << 30) + (1 << 20);

    /// <summary>Writes a message.</summary>
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        byte[] prefix = new byte[PrefixBytes];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, content.Length);
        await stream.WriteAsync(prefix, cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a message of JSON.</summary>
    public static Task WriteJsonAsync<T>(Stream stream, T content, CancellationToken cancellationToken) =>
        WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(content), cancellationToken);

    /// <summary>Reads a message; null where the other side has closed the pipe.</summary>
    /// <exception cref="InvalidDataException">The message is longer than any message.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] prefix = new byte[PrefixBytes];
        if (await stream.ReadAtLeastAsync(prefix, PrefixBytes, throwOnEndOfStream: false, cancellationToken) < PrefixBytes)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is < 0 or > MaxBytes)
        {
            throw new InvalidDataException($"A message of {length} bytes came over the pipe; at most {MaxBytes} are possible.");
        }

        byte[] content = new byte[length];
        return await stream.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken) < length ? null : content;
    }

    /// <summary>Reads a message of JSON; null where the other side has closed the pipe.</summary>
    public static async Task<T?> ReadJsonAsync<T>(Stream stream, CancellationToken cancellationToken)
        where T : class =>
        await ReadAsync(stream, cancellationToken) is { } content ? JsonSerializer.Deserialize<T>(content) : null;
}
