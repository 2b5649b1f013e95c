namespace HybridAssistant.Behavior;

/// <summary>Reads the templates, word lists and prompts that are embedded beside the types that use them.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidOperationException">It is not embedded.</exception>
    public static string Read(string file)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The file '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
