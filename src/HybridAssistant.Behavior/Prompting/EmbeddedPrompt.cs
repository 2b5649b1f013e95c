namespace HybridAssistant.Behavior.Prompting;

/// <summary>Reads the files of this folder, which are embedded.</summary>
internal static class EmbeddedPrompt
{
    /// <summary>The text of a file, without the line break at its end.</summary>
    public static string Read(string file)
    {
        using Stream stream = typeof(EmbeddedPrompt).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The prompt '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
