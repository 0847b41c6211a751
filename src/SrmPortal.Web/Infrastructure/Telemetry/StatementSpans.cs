using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>
/// A span for each statement inside something that is traced: what it does and to which tables, its names and no more. Neither values
/// nor the statement's text get in.
/// </summary>
internal sealed partial class StatementSpans : DbCommandInterceptor
{
    private const int MostTables = 4;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Told(command, eventData, result);

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Told(command, eventData, result);

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Told(command, eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Told(command, eventData, result));

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(Told(command, eventData, result));

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) => new(Told(command, eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(command, eventData, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData, eventData.Exception);
        return Task.CompletedTask;
    }

    /// <summary><c>SELECT Rounds Events</c>: the first word, and the tables by the names that the model gives them.</summary>
    public static (string Operation, string Summary) Summarised(string statement)
    {
        var operation = Operation().Match(statement) is { Success: true } word ? word.Value.ToUpperInvariant() : "OTHER";
        var tables = Table().Matches(statement).Select(match => match.Groups[1].Value).Distinct().Take(MostTables);
        return (operation, string.Join(' ', tables.Prepend(operation)));
    }

    private static T Told<T>(DbCommand command, CommandEndEventData eventData, T result)
    {
        Tell(command, eventData, null);
        return result;
    }

    private static void Tell(DbCommand command, CommandEndEventData eventData, Exception? failed)
    {
        // What looks whether something is due is no trace of its own.
        if (Activity.Current is not { Recorded: true }
            || Traces.Source.CreateActivity("statement", ActivityKind.Client) is not { } span)
        {
            return;
        }

        var (operation, summary) = Summarised(command.CommandText);
        span.DisplayName = summary;
        span.SetTag("db.system.name", System(eventData.Context?.Database.ProviderName)).SetTag("db.operation.name", operation).SetTag("db.query.summary", summary);
        if (failed is not null)
        {
            span.SetTag("error.type", failed.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        }

        span.SetStartTime(eventData.StartTime.UtcDateTime).Start().SetEndTime(eventData.StartTime.UtcDateTime + eventData.Duration).Stop();
    }

    private static string System(string? provider) => provider switch
    {
        { } name when name.EndsWith("Sqlite", StringComparison.Ordinal) => "sqlite",
        { } name when name.EndsWith("PostgreSQL", StringComparison.Ordinal) => "postgresql",
        _ => "microsoft.sql_server",
    };

    [GeneratedRegex(@"\b(?:SELECT|INSERT|UPDATE|DELETE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Operation();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE)\s+[""\[](\w+)[""\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Table();
}
