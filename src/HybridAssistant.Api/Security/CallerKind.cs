namespace HybridAssistant.Api.Security;

/// <summary>How a caller made itself known.</summary>
internal enum CallerKind
{
    /// <summary>Not at all: no key is configured, and the request comes from this machine.</summary>
    Local,

    /// <summary>By a key.</summary>
    Key,

    /// <summary>By a token for a browser.</summary>
    Token,
}
