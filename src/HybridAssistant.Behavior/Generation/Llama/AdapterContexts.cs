using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// A context for the base and for each adapter in use, all on the same weights: made on first use, bounded in number, closed when
/// idle. A new file of an adapter gets a new context; the old one answers what it has and goes. One thread owns them.
/// </summary>
/// <param name="open">Makes the loop of an adapter; of the base, for null.</param>
/// <param name="folder">Where adapters are.</param>
/// <param name="options">How many, and for how long.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what comes and goes.</param>
internal sealed class AdapterContexts(
    Func<string?, AdapterFile?, DecodingLoop> open, AdapterFolder folder, GenerationOptions options, TimeProvider time, ILogger logger)
{
    private readonly AdapterContext _base = new(null, null, open(null, null));
    private readonly Dictionary<string, AdapterContext> _adapters = new(StringComparer.Ordinal);
    private readonly List<AdapterContext> _replaced = [];
    private readonly Dictionary<string, AdapterFile> _refused = new(StringComparer.Ordinal);

    /// <summary>Contexts in memory beside the base's, replaced ones included.</summary>
    public int Count => _adapters.Count + _replaced.Count;

    private IEnumerable<AdapterContext> All => [_base, .. _adapters.Values, .. _replaced];

    /// <summary>Hands a request to the loop of its adapter.</summary>
    /// <exception cref="GenerationException">There is no such adapter, it cannot be used, or no room for it.</exception>
    public void Enqueue(Reply reply)
    {
        AdapterContext context = reply.Request.Adapter is { } name ? Find(name) : _base;
        context.LastUse = time.GetTimestamp();
        context.Loop.Enqueue(reply);
    }

    /// <summary>Lets each loop decode one batch, so that no voice waits for another.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool Step()
    {
        bool busy = false;
        foreach (AdapterContext context in All.ToArray())
        {
            // Of before the step: whoever waits for its last reply may go on before it returns.
            long now = time.GetTimestamp();
            if (StepOne(context))
            {
                context.LastUse = now;
                busy = true;
            }
        }

        foreach (AdapterContext context in _replaced.Where(context => context.Loop.IsIdle).ToArray())
        {
            _replaced.Remove(context);
            Close(context);
        }

        return busy;
    }

    /// <summary>Closes the contexts of adapters that were not used for long.</summary>
    public void CloseIdle()
    {
        TimeSpan limit = TimeSpan.FromSeconds(options.AdapterIdleSeconds);
        foreach (AdapterContext context in _adapters.Values
            .Where(context => context.Loop.IsIdle && time.GetElapsedTime(context.LastUse) >= limit).ToArray())
        {
            _adapters.Remove(context.Name!);
            Close(context);
        }
    }

    /// <summary>Ends every request and frees every context.</summary>
    public void Stop()
    {
        foreach (AdapterContext context in All.ToArray())
        {
            context.Loop.Stop(() => new ModelStoppedException());
            context.Dispose();
        }

        _adapters.Clear();
        _replaced.Clear();
    }

    private bool StepOne(AdapterContext context)
    {
        try
        {
            return context.Loop.Step();
        }
        // The thread must outlive whatever goes wrong in one context; its requests are told.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.DecodingFailed(logger, exception);
            context.Loop.Stop(() => new LanguageModelException($"Decoding failed: {exception.Message}", context.Loop.ModelPath, exception));
            return true;
        }
    }

    private AdapterContext Find(string name)
    {
        AdapterContext? current = _adapters.GetValueOrDefault(name);
        AdapterFile? file = folder.Find(name);
        if (current is not null && (file is null || file == current.File || file == _refused.GetValueOrDefault(name)))
        {
            // A file that is gone may be about to be replaced.
            return current;
        }

        if (file is null)
        {
            throw new AdapterException($"There is no adapter '{name}'. Put {name}.gguf into the folder of adapters, or name another.", name);
        }

        return current is null ? Open(name, file) : Replace(current, file);
    }

    private AdapterContext Open(string name, AdapterFile file)
    {
        MakeRoom();
        var context = new AdapterContext(name, file, open(name, file)) { LastUse = time.GetTimestamp() };
        _adapters[name] = context;
        _refused.Remove(name);
        Log.AdapterLoaded(logger, name, file.Path);
        return context;
    }

    // Requests go on with the adapter in memory until its new file can be used: a file half copied fails none.
    private AdapterContext Replace(AdapterContext current, AdapterFile file)
    {
        if (_replaced.Exists(other => other.Name == current.Name))
        {
            return current;
        }

        try
        {
            AdapterContext context = new(current.Name, file, open(current.Name, file)) { LastUse = time.GetTimestamp() };
            _adapters[current.Name!] = context;
            _replaced.Add(current);
            Log.AdapterLoaded(logger, current.Name!, file.Path);
            return context;
        }
        catch (GenerationException exception)
        {
            _refused[current.Name!] = file;
            Log.AdapterKept(logger, current.Name!, exception.Message);
            return current;
        }
    }

    private void MakeRoom()
    {
        while (Count >= options.MaxAdapters)
        {
            AdapterContext? idle = _adapters.Values.Where(context => context.Loop.IsIdle).MinBy(context => context.LastUse);
            if (idle is null)
            {
                throw new ModelBusyException(
                    $"All {options.MaxAdapters} adapters that may be in memory are answering. Send the request again, or raise Behavior:Generation:MaxAdapters.");
            }

            _adapters.Remove(idle.Name!);
            Close(idle);
        }
    }

    private void Close(AdapterContext context)
    {
        context.Dispose();
        Log.AdapterClosed(logger, context.Name!);
    }
}
