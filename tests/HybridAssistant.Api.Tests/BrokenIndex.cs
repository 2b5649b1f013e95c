using System.Reflection;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Api.Tests;

/// <summary>An index that was damaged while the service ran.</summary>
public class BrokenIndex : DispatchProxy
{
    public const string Fault = "The index '/srv/assistant/index.db' is damaged.";

    public static IKnowledgeIndex Create() => Create<IKnowledgeIndex, BrokenIndex>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new KnowledgeIndexException(Fault);
}
