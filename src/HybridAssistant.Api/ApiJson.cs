using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Api.Chat;
using HybridAssistant.Api.Documents;
using HybridAssistant.Api.Feedback;
using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Tokens;
using HybridAssistant.Api.Voices;
using Microsoft.AspNetCore.Mvc;

namespace HybridAssistant.Api;

/// <summary>What the endpoints beside chat read and write.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(DocumentSummary))]
[JsonSerializable(typeof(DocumentUpload))]
[JsonSerializable(typeof(DocumentChanges))]
[JsonSerializable(typeof(VoiceList))]
[JsonSerializable(typeof(CallerSummary))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(FeedbackReceipt))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
