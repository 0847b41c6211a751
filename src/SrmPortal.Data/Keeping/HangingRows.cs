using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SrmPortal.Data.Keeping;

/// <summary>
/// Deletes a row with all the rows that would have nothing to hang on without it, the deepest first. Which these are, the references of
/// the model say: a new table that refers to a round goes with it. A test names them, so that nobody is surprised.
/// </summary>
public sealed class HangingRows(PortalDbContext db)
{
    public async Task Delete<TEntity>(long id)
    {
        foreach (var (_, statement) in Statements(typeof(TEntity)))
        {
            await db.Database.ExecuteSqlRawAsync(statement, id);
        }
    }

    /// <summary>The tables from which something goes, in the order in which it goes.</summary>
    public IReadOnlyList<string> TablesOf<TEntity>() => [.. Statements(typeof(TEntity)).Select(one => one.Table)];

    private List<(string Table, string Sql)> Statements(Type type)
    {
        List<(string, string)> statements = [];
        var quoting = db.GetService<ISqlGenerationHelper>();
        Collect(db.Model.FindEntityType(type)!, $"{quoting.DelimitIdentifier("Id")} = {{0}}", statements, quoting);
        return statements;
    }

    private static void Collect(IEntityType type, string condition, List<(string Table, string Sql)> statements, ISqlGenerationHelper quoting)
    {
        // What the type owns goes by the database's own cascade. A row that refers to another of its own table is deleted by whoever calls, in an order of its own.
        foreach (var reference in type.GetReferencingForeignKeys().Where(one => !one.IsOwnership && one.DeclaringEntityType != type && one.DeclaringEntityType.GetTableName() is not null))
        {
            Collect(reference.DeclaringEntityType, $"{Column(reference.Properties)} IN (SELECT {Column(reference.PrincipalKey.Properties)} FROM {Table(type)} WHERE {condition})", statements, quoting);
        }

        statements.Add((type.GetTableName()!, $"DELETE FROM {Table(type)} WHERE {condition}"));

        string Column(IReadOnlyList<IReadOnlyProperty> properties) => quoting.DelimitIdentifier(properties.Single().GetColumnName());
        string Table(IEntityType of) => quoting.DelimitIdentifier(of.GetTableName()!);
    }
}
