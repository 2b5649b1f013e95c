using System.Text.Json.Serialization;
using HybridAssistant.Evaluation.Selection;

namespace HybridAssistant.Evaluation.Cases;

[JsonSerializable(typeof(CaseLine))]
[JsonSerializable(typeof(SelectionLine))]
internal sealed partial class CaseJson : JsonSerializerContext;
