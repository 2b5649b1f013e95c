using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Tests.Generation.Llama;

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordedLog : ILogger
{
    public ConcurrentQueue<string> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Messages.Enqueue(formatter(state, exception));
}
