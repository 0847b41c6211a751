using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.SqlServer;

/// <summary>
/// SQL Server's side of the portal, checked where no such server runs: its schema stands in a model of the real parser and binder, and
/// what the application would send it is recorded instead of sent.
/// </summary>
internal sealed partial class SqlServerWithoutServer
{
    private readonly Recorder _recorder = new();

    public SqlServerPortalDbContext NewContext() => new(
        new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer("Server=nowhere;Database=portal").AddInterceptors(_recorder, new NoConnection())
            .EnableServiceProviderCaching().Options,
        new CurrentScope { Is = Scope.System }, TimeProvider.System);

    public IReadOnlyList<Command> Recorded => _recorder.Commands;

    /// <summary>The schema, without the rows it begins with, as SQL Server would know it; add commands to it and ask what is wrong.</summary>
    public TSqlModel Schema()
    {
        var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        using var db = NewContext();
        foreach (var batch in Batches(db.Database.GenerateCreateScript()).Where(batch => !batch.Contains("INSERT INTO", StringComparison.Ordinal)))
        {
            model.AddObjects(batch);
        }

        return model;
    }

    /// <summary>A recorded command as a procedure, so that unknown tables and columns are found.</summary>
    public static string AsProcedure(Command command, int no) => string.Create(
        CultureInfo.InvariantCulture, $"CREATE PROCEDURE [dbo].[Query{no}] {command.Parameters} AS BEGIN {command.Text} END");

    public static IEnumerable<string> SyntaxErrors(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(error => $"{error.Line}: {error.Message}");
    }

    public static IEnumerable<string> Batches(string script) => BatchEnd().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    // An unknown table inside a procedure is only a warning to the model (SQL71502), since it might be made later; here it is a fault.
    public static string[] Faults(TSqlModel model) =>
        [.. model.Validate().Where(found => found.MessageType == DacMessageType.Error || found.Number == 71502).Select(found => found.ToString())];

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar => "nvarchar(max)",
        SqlDbType.VarBinary => "varbinary(max)",
        SqlDbType.Decimal => "decimal(38, 8)",
        SqlDbType.DateTime2 => "datetime2(3)",
        var other => other.ToString().ToUpperInvariant(),
    };

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchEnd();

    /// <summary>What would have been sent, kept before the provider takes its parameters back.</summary>
    public sealed record Command(string Text, string Parameters)
    {
        public static Command Of(DbCommand command) => new(command.CommandText,
            string.Join(", ", command.Parameters.Cast<SqlParameter>().Select(parameter => $"{parameter.ParameterName} {TypeOf(parameter)}")));
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());
    }

    private sealed class Recorder : DbCommandInterceptor
    {
        public List<Command> Commands { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Commands.Add(Command.Of(command));
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(ReaderExecuting(command, eventData, result));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Commands.Add(Command.Of(command));
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(NonQueryExecuting(command, eventData, result));
    }
}
