namespace HybridAssistant.Api.Feedback;

/// <summary>The response of POST /v1/feedback.</summary>
/// <param name="Id">Of the entry; the same again where the same response is rated again.</param>
internal sealed record FeedbackReceipt(string Id);
