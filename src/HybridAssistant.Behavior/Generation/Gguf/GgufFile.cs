using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>What the header of a file says, checked against the file's length; the tensors' data are still on disk.</summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Metadata">Its metadata: bools, numbers, strings and arrays of them.</param>
/// <param name="Tensors">Its tensors by name.</param>
internal sealed record GgufFile(
    string Path, long Length, IReadOnlyDictionary<string, object> Metadata, IReadOnlyDictionary<string, GgufTensor> Tensors)
{
    /// <summary>A text that must be there.</summary>
    public string Text(string key) => Find<string>(key) ?? throw Lacks(key, "text");

    /// <summary>A whole number that must be there and within bounds.</summary>
    public int Number(string key, int least, int most)
    {
        // As llama.cpp: sizes are 32-bit numbers without sign, and no other type is taken for one.
        uint value = (uint?)FindValue<uint>(key) ?? throw Lacks(key, "number");
        return value >= (uint)least && value <= (uint)most ? (int)value : throw OutOfBounds<long>(key, value, least, most);
    }

    /// <summary>A whole number that may be left out.</summary>
    public int NumberOr(string key, int otherwise, int least, int most) => Metadata.ContainsKey(key) ? Number(key, least, most) : otherwise;

    /// <summary>A finite number that may be left out.</summary>
    public float RealOr(string key, float otherwise, float least, float most)
    {
        float value = FindValue<float>(key) ?? otherwise;
        return value >= least && value <= most ? value : throw OutOfBounds(key, value, least, most);
    }

    /// <summary>A text or an array; null where it is not there.</summary>
    public T? Find<T>(string key)
        where T : class => !Metadata.TryGetValue(key, out object? value) ? null : value as T ?? throw WrongType(key, value, typeof(T));

    /// <summary>A scalar; null where it is not there.</summary>
    public T? FindValue<T>(string key)
        where T : struct => !Metadata.TryGetValue(key, out object? value) ? null
            : value is T number ? number
            : throw WrongType(key, value, typeof(T));

    /// <summary>A tensor that must be there.</summary>
    public GgufTensor Tensor(string name) => Tensors.TryGetValue(name, out GgufTensor? tensor)
        ? tensor
        : throw Fail(
            ModelFileFault.Invalid,
            $"the tensor '{name}' is missing among its {Tensors.Count}. The file is damaged or of another architecture.");

    /// <summary>An exception about this file.</summary>
    public ModelFileException Fail(ModelFileFault fault, string finding) => new(Path, fault, finding);

    private ModelFileException Lacks(string key, string kind) =>
        Fail(ModelFileFault.Invalid, $"its metadata have no {kind} '{key}'. The file is incomplete: convert the model again.");

    private ModelFileException WrongType(string key, object value, Type expected) => Fail(
        ModelFileFault.Invalid, $"'{key}' is of the type {value.GetType().Name}; {expected.Name} is expected. The file is damaged.");

    private ModelFileException OutOfBounds<T>(string key, T value, T least, T most)
        where T : IFormattable => Fail(
            ModelFileFault.Invalid,
            FormattableString.Invariant($"'{key}' is {value}; {least} to {most} is allowed. The file is damaged or of a kind that is not served."));
}
