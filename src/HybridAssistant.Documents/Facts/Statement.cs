
namespace HybridAssistant.Documents.Facts;

/// <summary>One thing that a cell or line states, before it is given its address.</summary>
/// <param name="Label">What the text itself calls it ("Mass" of "Mass: 1380 g"); empty where the cell's headings do.</param>
/// <param name="Value">As printed, without a separable unit.</param>
/// <param name="Unit">As printed; empty where the text prints none.</param>
/// <param name="Condition">What the text adds to qualify it.</param>
internal sealed record Statement(string Label, string Value, string Unit, string Condition);
