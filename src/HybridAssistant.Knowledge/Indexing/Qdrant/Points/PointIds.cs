using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Ids that follow from what a point is: sent twice, it is one point.</summary>
internal static class PointIds
{
    // The namespace of this index's ids: any fixed UUID.
    private static readonly Guid Namespace = new("6d7c2b0e-53a4-5f0e-9a43-6a1f1c1d2a07");

    /// <summary>The state of the collection.</summary>
    public static PointId Meta { get; } = Of(PointKind.Meta);

    /// <summary>The writer's lease.</summary>
    public static PointId Lease { get; } = Of(PointKind.Lease);

    /// <summary>A point of a document.</summary>
    public static PointId Of(string document, long generation, string kind, int position) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{document}\n{generation}\n{kind}\n{position}"));

    // UUID version 5 (RFC 9562, 5.5): SHA-1 of namespace and name.
    private static PointId Of(string name)
    {
        byte[] hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new PointId { Uuid = new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D") };
    }
}
