using HybridAssistant.Behavior.Generation.Llama;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Behavior.Tests.Generation;

/// <summary>
/// Tests that run llama.cpp: one after another and beside nothing else, since its spinning threads and other tests hold each
/// other up; without its messages.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LlamaCollection : ICollectionFixture<LlamaCollection>
{
    public const string Name = "llama.cpp";

    public LlamaCollection()
    {
        NativeRuntime.Prepare(cuda: false, NullLogger.Instance);
    }
}
