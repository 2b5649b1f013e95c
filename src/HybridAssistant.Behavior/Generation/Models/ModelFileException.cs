namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>A model file that cannot be used. Nothing of it was loaded.</summary>
/// <param name="file">The file or folder.</param>
/// <param name="fault">What is wrong, for programs.</param>
/// <param name="finding">What is wrong, for people: where, found against allowed, and what to do; a sentence without the file's name.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class ModelFileException(string file, ModelFileFault fault, string finding, Exception? innerException = null)
    : GenerationException($"The model file '{file}' cannot be used: {finding}", innerException)
{
    /// <summary>The file or folder.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong.</summary>
    public ModelFileFault Fault { get; } = fault;
}
