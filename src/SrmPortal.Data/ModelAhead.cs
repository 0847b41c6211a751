namespace SrmPortal.Data;

/// <summary>
/// The model takes a good part of a start. EF Core keeps it for all contexts of a provider, so it is made beside all else that a start does,
/// and whoever needs it first waits for the rest of it.
/// </summary>
internal static class ModelAhead
{
    public static void Begin(string? provider) => _ = Task.Run(() =>
    {
        using PortalDbContext db = provider switch
        {
            "PostgreSql" => new DesignTimePostgreSql().CreateDbContext([]),
            "SqlServer" => new DesignTimeSqlServer().CreateDbContext([]),
            _ => new DesignTimeSqlite().CreateDbContext([]),
        };
        _ = db.Model;
    });
}
