using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Contract;

/// <summary>Writes a status as the contract spells it: "not_found".</summary>
internal sealed class AnswerStatusConverter()
    : JsonStringEnumConverter<AnswerStatus>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
