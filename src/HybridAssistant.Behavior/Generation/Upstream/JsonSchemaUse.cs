namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>Whether an upstream is asked to follow a JSON Schema.</summary>
public enum JsonSchemaUse
{
    /// <summary>Until the upstream refuses it once; from then on the prompt alone asks for JSON.</summary>
    Auto,

    /// <summary>Always; a refusal is a failure.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
