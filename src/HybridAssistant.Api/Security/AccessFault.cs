namespace HybridAssistant.Api.Security;

/// <summary>Why a request is refused.</summary>
/// <param name="Status">401 where it is not known who asks, 403 where it is and may not.</param>
/// <param name="Detail">What is missing, and what to do.</param>
/// <param name="Error">The error of RFC 6750 for WWW-Authenticate; null where nothing was sent.</param>
/// <param name="CountedWith">Whose requests it is counted with: the key's or token's that was known, else the address that guesses; null
/// where nothing was sent, which is no attempt.</param>
internal sealed record AccessFault(int Status, string Detail, string? Error = null, LimitGroup? CountedWith = null);
