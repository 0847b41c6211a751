using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SrmPortal.Testing;

/// <summary>What the portal's own settings let into the log: of the frameworks, warnings and worse.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _written = new();

    public IReadOnlyCollection<string> Written => _written;

    public ILogger CreateLogger(string categoryName) =>
        new Category(_written, categoryName.StartsWith("SrmPortal", StringComparison.Ordinal) ? LogLevel.Trace : LogLevel.Warning);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<string> written, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                written.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
