namespace HybridAssistant.Core.Codes;

/// <summary>One alternative of a position of an ordering code.</summary>
/// <param name="Code">The characters it contributes, as printed.</param>
/// <param name="Meaning">What it stands for, as printed; empty where the sheet does not say.</param>
public sealed record CodeChoice(string Code, string Meaning);
