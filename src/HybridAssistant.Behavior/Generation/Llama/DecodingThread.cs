using System.Threading.Channels;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// The one thread that calls llama.cpp for a model: for all its contexts, because their decodes take turns anyway, and because
/// each thread that decodes gets threads of its own from OpenMP, which would spin beside each other.
/// </summary>
internal sealed class DecodingThread : IDisposable
{
    private readonly Channel<Action> _posted = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<bool> _step;
    private readonly Action _end;
    private readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    /// <param name="step">Does a little work; whether there was any.</param>
    /// <param name="end">Called on the thread when it ends.</param>
    public DecodingThread(Func<bool> step, Action end)
    {
        (_step, _end) = (step, end);
        _thread = new Thread(Run) { IsBackground = true, Name = "language model" };
        _thread.Start();
    }

    /// <summary>Has something done on the thread, between two steps.</summary>
    /// <returns>False when the thread has ended.</returns>
    public bool Post(Action action) => _posted.Writer.TryWrite(action);

    /// <summary>Has something done on the thread and waits for it.</summary>
    /// <exception cref="ObjectDisposedException">The thread has ended.</exception>
    public void Invoke(Action action)
    {
        var done = new TaskCompletionSource();
        void Work()
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                done.SetException(exception);
            }
        }

        ObjectDisposedException.ThrowIf(!Post(Work), this);
        done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the thread after the step under way, and waits for it.</summary>
    public void Dispose()
    {
        if (_posted.Writer.TryComplete())
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        bool busy = false;
        while (busy ? !_posted.Reader.Completion.IsCompleted : Wait())
        {
            while (_posted.Reader.TryRead(out Action? action))
            {
                action();
            }

            busy = _step();
        }

        _end();
    }

    // Blocking is what this thread is for.
    private bool Wait() => _posted.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
}
