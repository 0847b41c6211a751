using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>What the portal logs as an error or worse.</summary>
internal sealed class ErrorLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Those since it was asked last.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (_lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    // The frameworks' own would tell the same a second time.
    public ILogger CreateLogger(string categoryName) => new Category(_lines, categoryName.StartsWith("SrmPortal", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<string> lines, bool listens) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => listens && logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
