namespace HybridAssistant.Serving;

/// <summary>What can be asked to word an answer, by its name in requests.</summary>
/// <param name="Name">"composer", or the name of a configured model; never a path.</param>
/// <param name="Kind">Where it runs.</param>
/// <param name="IsDefault">Whether it words where a request names none.</param>
public sealed record ServedModel(string Name, ServedModelKind Kind, bool IsDefault);
