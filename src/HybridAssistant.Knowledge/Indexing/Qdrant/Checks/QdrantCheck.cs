namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Whether a server keeps one rule that the index relies on.</summary>
/// <param name="name">Name, unique.</param>
/// <param name="rule">The rule, one sentence.</param>
/// <param name="run">Looks, in collections of the context, and says what was seen.</param>
public sealed class QdrantCheck(string name, string rule, Func<QdrantCheckContext, Task<string>> run)
{
    /// <summary>Name, unique.</summary>
    public string Name { get; } = name;

    /// <summary>The rule, one sentence.</summary>
    public string Rule { get; } = rule;

    /// <summary>Looks.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="QdrantCheckException">The rule is not kept.</exception>
    /// <exception cref="KnowledgeIndexException">A call failed that should not.</exception>
    public Task<string> RunAsync(QdrantCheckContext context) => run(context);
}
