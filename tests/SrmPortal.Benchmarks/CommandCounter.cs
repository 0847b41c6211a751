using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmPortal.Benchmarks;

/// <summary>Counts what goes to the database. One request at a time is counted; nothing runs in the background meanwhile.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, (int Count, double Milliseconds)> _took = new();
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Counted(result));

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Counted(result);

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Counted(result);

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Counted(result);

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        _took.AddOrUpdate(command.CommandText, _ => (1, eventData.Duration.TotalMilliseconds), (_, was) => (was.Count + 1, was.Milliseconds + eventData.Duration.TotalMilliseconds));
        return result;
    }

    /// <summary>With <c>SRM_SQL</c> set to milliseconds: the commands since the last time that took longer, read to their end.</summary>
    public void SaySlowest(string of)
    {
        if (double.TryParse(Environment.GetEnvironmentVariable("SRM_SQL"), CultureInfo.InvariantCulture, out var least))
        {
            foreach (var (sql, (count, milliseconds)) in _took.Where(one => one.Value.Milliseconds / one.Value.Count > least).OrderByDescending(one => one.Value.Milliseconds))
            {
                Report.Say(string.Create(CultureInfo.InvariantCulture, $"{of}: {count} × {milliseconds / count:0.0} ms\n{sql}"));
            }
        }

        _took.Clear();
    }

    private T Counted<T>(T result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }
}
