using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SrmPortal.Web.Tests.SqlServer;

public sealed class SqlServerSchemaTests
{
    // What SQL Server refuses in a key: more than so many bytes.
    private const int ClusteredKey = 900, Key = 1700;

    private readonly SqlServerWithoutServer _server = new();

    [Fact]
    public void The_schema_is_what_SQL_Server_takes()
    {
        using var model = _server.Schema();

        Assert.Empty(SqlServerWithoutServer.Faults(model));
    }

    [Fact]
    public void The_migrations_script_is_T_SQL()
    {
        using var db = _server.NewContext();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.All(SqlServerWithoutServer.Batches(script), batch => Assert.Empty(SqlServerWithoutServer.SyntaxErrors(batch)));
    }

    [Fact]
    public void No_table_is_reached_by_two_cascades()
    {
        using var db = _server.NewContext();
        var tables = Relational(db).Tables.ToArray();

        Assert.All(tables, start =>
        {
            HashSet<ITable> reached = [start];
            var waiting = new Queue<ITable>([start]);
            while (waiting.TryDequeue(out var table))
            {
                foreach (var next in table.ReferencingForeignKeyConstraints.Where(Cascades).Select(key => key.Table))
                {
                    Assert.True(reached.Add(next), $"{start.Name} reaches {next.Name} by two cascades (error 1785).");
                    waiting.Enqueue(next);
                }
            }
        });
    }

    [Fact]
    public void Every_key_is_short_enough_for_an_index()
    {
        using var db = _server.NewContext();

        Assert.All(Relational(db).Tables, table =>
        {
            Assert.All(table.Indexes, index => AssertFits(index.Name, index.Columns, Key));
            Assert.All(table.UniqueConstraints, constraint =>
                AssertFits(constraint.Name, constraint.Columns, constraint == table.PrimaryKey ? ClusteredKey : Key));
        });
    }

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static bool Cascades(IForeignKeyConstraint key) =>
        key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault;

    private static void AssertFits(string name, IEnumerable<IColumn> columns, int limit)
    {
        var bytes = columns.Sum(BytesOf);
        Assert.True(bytes <= limit, $"{name} takes {bytes} bytes, more than {limit}.");
    }

    private static int BytesOf(IColumn column)
    {
        var (name, _, argument) = column.StoreType.Partition('(');
        return name switch
        {
            "nvarchar" => argument.StartsWith("max", StringComparison.Ordinal) ? int.MaxValue / 8 : 2 * int.Parse(argument.TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture),
            "varbinary" or "varchar" or "binary" => argument.StartsWith("max", StringComparison.Ordinal) ? int.MaxValue / 8 : int.Parse(argument.TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture),
            "uniqueidentifier" => 16,
            "decimal" => 17,
            "bigint" or "datetime2" => 8,
            "int" => 4,
            "bit" or "tinyint" => 1,
            "date" => 3,
            _ => throw new InvalidOperationException($"How many bytes does {column.StoreType} take?"),
        };
    }
}

file static class Texts
{
    public static (string Before, string Mark, string After) Partition(this string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "", "") : (text[..at], mark.ToString(), text[(at + 1)..]);
    }
}
