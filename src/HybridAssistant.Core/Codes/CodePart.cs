namespace HybridAssistant.Core.Codes;

/// <summary>What one position of a typed code says.</summary>
/// <param name="Name">What the position chooses; empty for fixed text.</param>
/// <param name="Code">The characters that stand there, as the sheet prints them; of an open position as normalised.</param>
/// <param name="Meaning">What they stand for, as printed; empty where the sheet does not say.</param>
public sealed record CodePart(string Name, string Code, string Meaning);
