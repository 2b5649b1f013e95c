using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Contract;

/// <summary>Writes "text" or "ocr".</summary>
internal sealed class ReadByConverter()
    : JsonStringEnumConverter<ReadBy>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
