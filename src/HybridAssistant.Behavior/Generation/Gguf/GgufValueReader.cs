using System.Runtime.InteropServices;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>Reads metadata values: a scalar as its .NET number, bool or string, an array as an array of these.</summary>
internal static class GgufValueReader
{
    /// <summary>Reads a value with the type before it.</summary>
    public static object Read(GgufCursor cursor, string key)
    {
        string what = $"the value of '{key}'";
        var type = (GgufValueType)cursor.UInt32(what);
        if (type != GgufValueType.Array)
        {
            return Elements(cursor, type, 1, what).GetValue(0)!;
        }

        var elements = (GgufValueType)cursor.UInt32(what);
        int least = elements == GgufValueType.String ? sizeof(ulong) : Size(cursor, elements, what);
        int count = cursor.Count($"elements in {what}", GgufLimits.ArrayElements, least);
        return Elements(cursor, elements, count, what);
    }

    private static Array Elements(GgufCursor cursor, GgufValueType type, int count, string what) => type switch
    {
        GgufValueType.UInt8 => Numbers<byte>(cursor, count, what),
        GgufValueType.Int8 => Numbers<sbyte>(cursor, count, what),
        GgufValueType.UInt16 => Numbers<ushort>(cursor, count, what),
        GgufValueType.Int16 => Numbers<short>(cursor, count, what),
        GgufValueType.UInt32 => Numbers<uint>(cursor, count, what),
        GgufValueType.Int32 => Numbers<int>(cursor, count, what),
        GgufValueType.Float32 => Numbers<float>(cursor, count, what),
        GgufValueType.UInt64 => Numbers<ulong>(cursor, count, what),
        GgufValueType.Int64 => Numbers<long>(cursor, count, what),
        GgufValueType.Float64 => Numbers<double>(cursor, count, what),
        GgufValueType.Bool => Array.ConvertAll(Numbers<byte>(cursor, count, what), value => value != 0),
        GgufValueType.String => Strings(cursor, count, what),
        _ => throw Unknown(cursor, type, what),
    };

    private static int Size(GgufCursor cursor, GgufValueType type, string what) => type switch
    {
        GgufValueType.UInt8 or GgufValueType.Int8 or GgufValueType.Bool => 1,
        GgufValueType.UInt16 or GgufValueType.Int16 => 2,
        GgufValueType.UInt32 or GgufValueType.Int32 or GgufValueType.Float32 => 4,
        GgufValueType.UInt64 or GgufValueType.Int64 or GgufValueType.Float64 => 8,
        _ => throw Unknown(cursor, type, what),
    };

    private static T[] Numbers<T>(GgufCursor cursor, int count, string what)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(cursor.Block(count * Marshal.SizeOf<T>(), what)).ToArray();

    private static string[] Strings(GgufCursor cursor, int count, string what)
    {
        var strings = new string[count];
        string each = $"an element of {what}";
        for (int i = 0; i < count; i++)
        {
            strings[i] = cursor.String(each, GgufLimits.StringBytes);
        }

        return strings;
    }

    private static ModelFileException Unknown(GgufCursor cursor, GgufValueType type, string what) => cursor.Fail(
        ModelFileFault.Invalid,
        $"{what} is of the type {(uint)type}, which does not exist or may not stand in an array. The file is damaged.");
}
