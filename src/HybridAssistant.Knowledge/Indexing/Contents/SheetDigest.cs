using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Contents;

/// <summary>
/// 64 bits of all that a document states. The version of the index is the XOR over its documents: the same sheets,
/// read alike, give the same version on every machine and in whatever order they came.
/// </summary>
internal static class SheetDigest
{
    /// <summary>The digest of a sheet.</summary>
    public static long Of(SpecSheet sheet)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, sheet.Document, sheet.ContentHash, sheet.Title, sheet.Revision);
        foreach (Fact fact in sheet.Facts)
        {
            Append(hash, fact.Id, fact.Product, fact.Section, fact.Attribute, fact.Condition, fact.Value, fact.Unit, fact.Doubt);
        }

        foreach (Passage passage in sheet.Passages)
        {
            Append(hash, passage.Id, passage.Section, passage.Text);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>The version that readers see.</summary>
    public static string Version(IEnumerable<long> digests) =>
        digests.Aggregate(0L, (version, digest) => version ^ digest).ToString("x16", CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, params ReadOnlySpan<string?> parts)
    {
        foreach (string? part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }
    }
}
