using HybridAssistant.Core.Answers;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>A quoted sentence.</summary>
/// <param name="Evidence">The sentence with its passage.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record Quotation(Evidence Evidence, double Confidence);
