using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Data;

/// <summary>What time it is for the database, and when something was last recorded: two witnesses against a wrong clock.</summary>
public static class DatabaseClock
{
    /// <summary>UTC, by the database's own clock.</summary>
    public static async Task<DateTime> Now(this PortalDbContext db, CancellationToken cancellationToken = default)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var question = db.Database.GetDbConnection().CreateCommand();
            question.CommandText = db.Database.ProviderName switch
            {
                "Microsoft.EntityFrameworkCore.Sqlite" => "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
                "Microsoft.EntityFrameworkCore.SqlServer" => "SELECT SYSUTCDATETIME()",
                _ => "SELECT clock_timestamp()",
            };
            return await question.ExecuteScalarAsync(cancellationToken) switch
            {
                DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
                string text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                var other => throw new InvalidOperationException($"The database answered {other?.GetType().Name ?? "nothing"} when asked for the time."),
            };
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Null in a portal in which nothing has happened yet.</summary>
    public static Task<DateTime?> LastRecorded(this PortalDbContext db, CancellationToken cancellationToken = default) =>
        db.Audit.OrderByDescending(record => record.Id).Select(record => (DateTime?)record.At).FirstOrDefaultAsync(cancellationToken);
}
