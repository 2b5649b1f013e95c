namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>What a key must allow for a method.</summary>
internal enum MethodAccess
{
    /// <summary>Answered without a key.</summary>
    Open,

    /// <summary>Any valid key.</summary>
    Read,

    /// <summary>The read-write key.</summary>
    Write,
}
