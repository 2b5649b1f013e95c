namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>The machine's clock, so much ahead: a later time without waiting for it.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
