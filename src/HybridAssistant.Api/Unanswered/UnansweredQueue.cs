using System.Threading.Channels;
using HybridAssistant.Unanswered;

namespace HybridAssistant.Api.Unanswered;

/// <summary>
/// Writes unanswered questions down one after another, beside the answers: a place that is slow, full or gone costs log lines, never an
/// answer. What waits is written before the service ends.
/// </summary>
internal sealed class UnansweredQueue(IUnansweredStore store, ILogger<UnansweredQueue> logger) : BackgroundService
{
    // Of at most 8 KB each. A disk takes hundreds a second; so many in line mean that the place is stuck.
    private const int Capacity = 1000;

    private readonly Channel<UnansweredNote> _notes = Channel.CreateBounded<UnansweredNote>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Puts a question in line, or drops it where the line is full; never waits.</summary>
    public void Add(UnansweredNote note)
    {
        if (!_notes.Writer.TryWrite(note))
        {
            Log.UnansweredNotKept(logger, $"{Capacity} are waiting to be written already.");
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // By now the server has finished its requests: nothing comes after.
        _notes.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (UnansweredNote note in _notes.Reader.ReadAllAsync(stoppingToken))
            {
                await WriteAsync(note, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host was disposed of without being stopped, or waited no longer: no fault of this service.
        }
    }

    private async Task WriteAsync(UnansweredNote note, CancellationToken stoppingToken)
    {
        try
        {
            await store.AddAsync(note.Question, note.NearestDocument, note.NearestPage, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // Whatever a store does, the next question is tried again.
            Log.UnansweredNotKept(logger, e.Message);
        }
    }
}
