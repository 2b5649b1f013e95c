namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>How numbers are stored in a safetensors file, of the ways that are read.</summary>
internal enum SafetensorsType
{
    F32,
    F16,
    BF16,
}
