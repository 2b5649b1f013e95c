namespace HybridAssistant.Behavior.Prompting;

/// <summary>Reads the files of this folder, which are embedded.</summary>
internal static class EmbeddedPrompt
{
    /// <summary>The text of a file, without the line break at its end.</summary>
    public static string Read(string file) => EmbeddedText.Read(file).TrimEnd();
}
