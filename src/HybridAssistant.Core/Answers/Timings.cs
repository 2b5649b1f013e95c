namespace HybridAssistant.Core.Answers;

/// <summary>Milliseconds of each step.</summary>
/// <param name="RetrieveMs">Normalise and retrieve.</param>
/// <param name="SelectMs">Select and decide.</param>
/// <param name="GenerateMs">Word the answer.</param>
/// <param name="VerifyMs">Fill and verify.</param>
/// <param name="TotalMs">All of it.</param>
public sealed record Timings(double RetrieveMs, double SelectMs, double GenerateMs, double VerifyMs, double TotalMs);
