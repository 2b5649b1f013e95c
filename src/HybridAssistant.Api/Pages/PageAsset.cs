using System.IO.Compression;
using System.Security.Cryptography;

namespace HybridAssistant.Api.Pages;

/// <summary>A file of the page as it is sent.</summary>
/// <param name="content">The file's bytes.</param>
/// <param name="mediaType">Its Content-Type.</param>
internal sealed class PageAsset(byte[] content, string mediaType)
{
    private readonly Lazy<byte[]> _compressed = new(() => Compress(content));

    /// <summary>The file's bytes.</summary>
    public byte[] Content => content;

    /// <summary>The file's Content-Type.</summary>
    public string MediaType => mediaType;

    /// <summary>The bytes under gzip; made on first use.</summary>
    public byte[] Compressed => _compressed.Value;

    /// <summary>Whether gzip gains anything: text and WebAssembly shrink, fonts hardly.</summary>
    public bool IsCompressible => mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType is "image/svg+xml" or "application/wasm";

    /// <summary>Names the content, so that a browser asks again only whether it changed.</summary>
    public string EntityTag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"";

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
