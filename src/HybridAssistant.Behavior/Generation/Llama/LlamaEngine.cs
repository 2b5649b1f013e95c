using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Runs a language model: takes requests from any number of callers and decodes them beside each other.</summary>
public sealed class LlamaEngine : IDisposable
{
    // Beginnings of prompts that a context keeps: one a kind of request, and room for a change of them.
    private const int PrefixesKept = 6;

    private readonly GenerationOptions _options;
    private readonly BatchThreads _batchThreads;
    private readonly AdapterContexts _contexts;
    private readonly DecodingThread _thread;
    private readonly ITimer _sweep;
    private int _requests;

    /// <summary>Starts a model; the base's context is made at once.</summary>
    /// <param name="model">The model, which the engine then owns.</param>
    /// <param name="adapters">Where its adapters are.</param>
    /// <param name="options">Limits and threads.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of adapters that come and go.</param>
    /// <exception cref="LanguageModelException">The base's context could not be made.</exception>
    public LlamaEngine(LanguageModel model, AdapterFolder adapters, GenerationOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(adapters);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (Model, Time, _options) = (model, time, options);
        _batchThreads = new BatchThreads(options.BatchThreadsUsed, Math.Min(options.ThreadsUsed, options.BatchThreadsUsed), time, logger);
        _contexts = new AdapterContexts(Open, adapters, options, time, logger);
        _thread = new DecodingThread(_contexts.Step, _contexts.Stop);
        TimeSpan period = TimeSpan.FromSeconds(options.AdapterIdleSeconds) / 4;
        _sweep = time.CreateTimer(_ => _thread.Post(_contexts.CloseIdle), null, period, period);
    }

    /// <summary>The model.</summary>
    public LanguageModel Model { get; }

    internal GenerationOptions Options => _options;

    internal TimeProvider Time { get; }

    internal AdapterContexts Contexts => _contexts;

    /// <summary>Ends all replies with <see cref="ModelStoppedException"/> and frees the model.</summary>
    public void Dispose()
    {
        _sweep.Dispose();
        _thread.Dispose();
        Model.Dispose();
    }

    /// <summary>Begins a reply.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reply between two steps, some 10 ms to 0.2 s apart.</param>
    /// <exception cref="ArgumentException">A token is not in the vocabulary, or the prompt is empty.</exception>
    /// <exception cref="ModelBusyException">Too many requests wait already.</exception>
    /// <exception cref="ModelStoppedException">The engine is disposed.</exception>
    internal ReplyStream Start(GenerationRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        int limit = _options.MaxConcurrent + _options.MaxQueued;
        if (Interlocked.Increment(ref _requests) > limit)
        {
            Interlocked.Decrement(ref _requests);
            throw new ModelBusyException(
                $"The language model has {limit} requests to answer and takes no more. Send the request again later, or raise Behavior:Generation:MaxQueued.");
        }

        var reply = new Reply(request, Model.Vocabulary, () => Interlocked.Decrement(ref _requests), cancellationToken);
        if (!_thread.Post(() => Enqueue(reply)))
        {
            reply.Fail(new ModelStoppedException());
        }

        return reply.Stream;
    }

    /// <summary>Has something done between two steps, on the thread that owns the contexts.</summary>
    internal void Invoke(Action action) => _thread.Invoke(action);

    private void Check(GenerationRequest request)
    {
        if (request.Prompt.IsEmpty)
        {
            throw new ArgumentException("The prompt has no token of its own after the shared ones.", nameof(request));
        }

        // llama.cpp would refuse the whole batch, and with it everybody's.
        int count = Model.Vocabulary.Count;
        if (request.Shared.Concat(request.Prompt).Any(token => token < 0 || token >= count))
        {
            throw new ArgumentException($"The prompt has a token that is not among the {count} of the vocabulary.", nameof(request));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxTokens, 1);
    }

    private void Enqueue(Reply reply)
    {
        try
        {
            _contexts.Enqueue(reply);
        }
        catch (GenerationException exception)
        {
            reply.Fail(exception);
        }
        // The thread must outlive whatever a file does; the request is told.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            reply.Fail(new LanguageModelException($"The reply could not be begun: {exception.Message}", Model.Path, exception));
        }
    }

    private DecodingLoop Open(string? name, AdapterFile? file)
    {
        LoadedAdapter? adapter = name is null || file is null ? null : LoadedAdapter.Load(Model, name, file.Path);
        try
        {
            LlamaDecoder decoder = LlamaDecoder.Create(Model, adapter, _options, _options.MaxConcurrent + PrefixesKept, _batchThreads, Time);
            return new DecodingLoop(decoder, _options.MaxConcurrent, PrefixesKept, Model.Path);
        }
        catch (LanguageModelException)
        {
            adapter?.Dispose();
            throw;
        }
    }
}
