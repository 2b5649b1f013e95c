namespace HybridAssistant.Contract;

/// <summary>The JSON Schema (2020-12) that every response validates against.</summary>
public static class AnswerSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using Stream resource = typeof(AnswerSchema).Assembly.GetManifestResourceStream("answer.schema.json")
            ?? throw new InvalidOperationException("The assembly lacks its resource 'answer.schema.json'. Build it again.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
