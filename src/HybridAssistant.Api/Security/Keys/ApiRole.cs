namespace HybridAssistant.Api.Security.Keys;

/// <summary>What a caller may do; each role includes the ones before it.</summary>
public enum ApiRole
{
    /// <summary>Ask, read documents, send feedback, give out tokens for browsers.</summary>
    Read,

    /// <summary>Upload documents.</summary>
    Ingest,

    /// <summary>Everything, removing documents included.</summary>
    Admin,
}
