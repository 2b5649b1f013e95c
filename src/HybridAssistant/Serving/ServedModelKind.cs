namespace HybridAssistant.Serving;

/// <summary>Where the model that words an answer runs.</summary>
public enum ServedModelKind
{
    /// <summary>No language model: the composer words by template.</summary>
    Composer,

    /// <summary>A language model of this process.</summary>
    Local,

    /// <summary>A language model behind an OpenAI-compatible address.</summary>
    Upstream,
}
