using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>Writes a file anew with the same tensors and other metadata.</summary>
internal static class GgufCopy
{
    /// <summary>The copy as a file about to be written; the source is read when it is.</summary>
    /// <param name="source">The file to copy.</param>
    /// <param name="metadata">Values to set, and null for keys to leave out; all others are copied.</param>
    public static GgufWriter Prepare(GgufFile source, IReadOnlyDictionary<string, object?> metadata)
    {
        var copy = new GgufWriter();
        foreach ((string key, object value) in source.Metadata)
        {
            // The copy has the usual alignment.
            if (key != GgufFormat.AlignmentKey && !metadata.ContainsKey(key))
            {
                copy.Set(key, value);
            }
        }

        foreach ((string key, object? value) in metadata)
        {
            if (value is not null)
            {
                copy.Set(key, value);
            }
        }

        foreach (GgufTensor tensor in source.Tensors.Values.OrderBy(tensor => tensor.Position))
        {
            copy.AddTensor(tensor.Name, tensor.Type, tensor.Dimensions, stream => CopyData(source.Path, tensor, stream));
        }

        return copy;
    }

    private static void CopyData(string path, GgufTensor tensor, Stream target)
    {
        byte[] data = ModelFileAccess.Read(path, source =>
        {
            var data = new byte[tensor.Bytes];
            source.Position = tensor.Position;
            source.ReadExactly(data);
            return data;
        });
        target.Write(data);
    }
}
