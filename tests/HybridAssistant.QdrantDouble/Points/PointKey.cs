using System.Buffers.Binary;
using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>A point's id, ordered as a scroll goes: numbers before UUIDs, UUIDs by their bytes.</summary>
internal readonly record struct PointKey(bool IsUuid, UInt128 Value) : IComparable<PointKey>
{
    public int CompareTo(PointKey other)
    {
        var byKind = IsUuid.CompareTo(other.IsUuid);
        return byKind != 0 ? byKind : Value.CompareTo(other.Value);
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no id, or no UUID.</exception>
    public static PointKey Of(PointId? id)
    {
        switch (id?.PointIdOptionsCase ?? PointId.PointIdOptionsOneofCase.None)
        {
            case PointId.PointIdOptionsOneofCase.Num:
                return new PointKey(false, id!.Num);
            case PointId.PointIdOptionsOneofCase.Uuid:
                if (!Guid.TryParseExact(id!.Uuid, "D", out var uuid) && !Guid.TryParseExact(id.Uuid, "N", out uuid))
                {
                    throw Refusal.Malformed("Unable to parse UUID: " + id.Uuid);
                }

                Span<byte> bytes = stackalloc byte[16];
                uuid.TryWriteBytes(bytes, bigEndian: true, out _);
                return new PointKey(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
            default:
                throw Refusal.Malformed("Empty ID is not allowed");
        }
    }

    public PointId ToMessage() => IsUuid ? new PointId { Uuid = ToString() } : new PointId { Num = (ulong)Value };

    public override string ToString()
    {
        if (!IsUuid)
        {
            return Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
