using Npgsql;

namespace SrmPortal.Testing;

/// <summary>A PostgreSQL that one test may stop and start again, with an empty database of a portal on it.</summary>
public sealed class OwnServer : IDisposable
{
    private readonly string _folder = PostgreSqlServer.Make();

    public OwnServer()
    {
        PostgreSqlServer.Start(_folder);
        Connection = Databases.NewOn(_folder);
    }

    public string Connection { get; }

    /// <summary>As a power cut would.</summary>
    public void Stop() => PostgreSqlServer.Stop(_folder);

    public void StartAgain()
    {
        PostgreSqlServer.Start(_folder);
        // Those of the tests' own process; the portal's has to find out by itself.
        NpgsqlConnection.ClearAllPools();
    }

    public void Dispose() => PostgreSqlServer.Remove(_folder);
}
