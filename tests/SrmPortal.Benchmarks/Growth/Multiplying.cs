using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Benchmarks.Growth;

/// <summary>
/// Years of events that have ended, made of those that the domain's objects made: their rows are stored again under other keys and smaller
/// numbers, with at most two items each, all invitations and offers. Nothing else of them is copied: no contents, no receipts, no history.
/// </summary>
internal sealed class Multiplying(PortalDbContext db)
{
    /// <summary>More than there are of any of these rows before.</summary>
    private const long Stride = 100_000;

    private const int AtOnce = 20;

    private int _copies;

    /// <summary>Until there are so many events.</summary>
    public async Task Until(int events)
    {
        var ended = await db.Events.CountAsync(e => EF.Property<long>(e, "Id") < Stride && db.Rounds.Any(r => r.Event == e && r.State == RoundState.NotAwarded));
        var needed = _copies + Math.Max(0, (events - await db.Events.CountAsync() + ended - 1) / ended);
        while (_copies < needed)
        {
            var until = Math.Min(needed, _copies + AtOnce);
            await Copy(_copies + 1, until);
            _copies = until;
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private async Task Copy(int from, int until)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Copy<SourcingEvent>(from, until, """t."Id" IN (SELECT "EventId" FROM "Rounds" WHERE "State" = 'NotAwarded' AND "Id" < {0})""", new()
        {
            ["Id"] = Moved("Id"),
            ["Number"] = """CAST(CAST(t."Number" AS integer) - 1100 * k.n AS char(8))""",
        });
        await Copy<Round>(from, until, """t."State" = 'NotAwarded'""", new() { ["Id"] = Moved("Id"), ["EventId"] = Moved("EventId") });
        Dictionary<string, string> ofRound = new() { ["RoundId"] = Moved("RoundId") };
        await Copy<RoundItem>(from, until, $"""t."Number" <= '0002' AND {OfEnded}""", ofRound, "RoundId");
        await Copy<Invitation>(from, until, OfEnded, new(ofRound) { ["Id"] = Moved("Id") });
        await Copy<Offer>(from, until, OfEnded, new(ofRound) { ["Id"] = Moved("Id") });
        await transaction.CommitAsync();
    }

    private const string OfEnded = """t."RoundId" IN (SELECT "Id" FROM "Rounds" WHERE "State" = 'NotAwarded' AND "Id" < {0})""";

    private static string Moved(string key) => string.Create(CultureInfo.InvariantCulture, $"t.\"{key}\" + {Stride} * k.n");

    private async Task Copy<T>(int from, int until, string which, Dictionary<string, string> other, string key = "Id")
    {
        var table = db.Model.FindEntityTypes(typeof(T)).Single().GetTableName()!;
        var columns = await Columns(table);
        var values = columns.Select(column => other.GetValueOrDefault(column, $"t.\"{column}\""));
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE k(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM k WHERE n < {until})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM k CROSS JOIN "{table}" AS t WHERE t."{key}" < {Stride} AND {string.Format(CultureInfo.InvariantCulture, which, Stride)}
            """);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout, command.Transaction) = (sql, 600, (DbTransaction?)Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!));
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<string>> Columns(string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE 1 = 0";
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
