namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>What a token is, by the numbers of the file (llama_token_type of llama.cpp).</summary>
internal enum TokenKind
{
    Undefined = 0,
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}
