using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>A decoding loop that the test itself steps, so that what joins when is no accident.</summary>
internal sealed class LoopBench : IDisposable
{
    public LoopBench(LanguageModel model, int maxConcurrent = 8, int contextTokens = 1024, Func<IDecoder, IDecoder>? wrap = null)
    {
        Model = model;
        GenerationOptions options = TinyModel.Options;
        options.ContextTokens = contextTokens;
        var threads = new BatchThreads(1, 1, TimeProvider.System, NullLogger.Instance);
        IDecoder decoder = LlamaDecoder.Create(model, null, options, maxConcurrent + 2, threads, TimeProvider.System);
        Loop = new DecodingLoop(wrap?.Invoke(decoder) ?? decoder, maxConcurrent, maxPrefixes: 2, model.Path);
    }

    public LanguageModel Model { get; }

    public DecodingLoop Loop { get; }

    /// <summary>How many replies are over.</summary>
    public int Ended { get; private set; }

    public Reply Add(GenerationRequest request) => AddCancellable(request, TestContext.Current.CancellationToken);

    public Reply AddCancellable(GenerationRequest request, CancellationToken cancellationToken)
    {
        var reply = new Reply(request, Model.Vocabulary, () => Ended++, cancellationToken);
        Loop.Enqueue(reply);
        return reply;
    }

    public Reply Add(string prompt, int maxTokens = 24) => Add(TinyModel.Request(Model.Tokenize(prompt), maxTokens));

    /// <summary>Steps until nothing is left to do.</summary>
    public void Run()
    {
        while (Loop.Step())
        {
        }
    }

    public static async Task<ImmutableArray<int>> TokensAsync(Reply reply) =>
        [.. await reply.Stream.ReadAsync(TestContext.Current.CancellationToken).Select(token => token.Id).ToListAsync()];

    public void Dispose() => Loop.Dispose();
}
