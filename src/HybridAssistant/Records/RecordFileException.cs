namespace HybridAssistant.Records;

/// <summary>A file of what people wrote cannot be read or written. The message has its path; <see cref="Setting"/> is fit for callers too.</summary>
/// <param name="setting">The setting that names the file, "Feedback:Path".</param>
/// <param name="path">The file.</param>
/// <param name="isWriting">Whether it was to be written.</param>
/// <param name="cause">What the system or the database said.</param>
public sealed class RecordFileException(string setting, string path, bool isWriting, Exception cause) : Exception(
    $"The file '{path}' of {setting} cannot be {(isWriting ? "written" : "read")}: {cause.Message.TrimEnd('.')}. "
    + $"Mend the file or its folder, or set {setting} (HYBRID__{setting.Replace(":", "__", StringComparison.Ordinal)}) to another one.",
    cause)
{
    /// <summary>The setting that names the file.</summary>
    public string Setting { get; } = setting;

    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
