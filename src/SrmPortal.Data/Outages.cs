using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SrmPortal.Data;

/// <summary>Why the portal can take nothing for the moment, though nobody did anything wrong: it works again by itself.</summary>
public enum Outage
{
    /// <summary>The database does not answer, or somebody else holds it.</summary>
    Database,

    /// <summary>The disk of the files or of the database is full.</summary>
    Room,
}

public static class Outages
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteReadOnly = 8, SqliteFault = 10, SqliteFull = 13, SqliteCannotOpen = 14;

    // ENOSPC and EDQUOT; what Windows says of a full disk and of a full handle.
    private static readonly int[] FullDisk = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // SQL Server: a full file group and a full log; no answer, no connection, the server goes down or comes up.
    private static readonly int[] FullServer = [1101, 1105, 9002], AwayServer = [-2, -1, 2, 20, 53, 64, 121, 233, 258, 1222, 4060, 6005, 10053, 10054, 10060, 10061, 17142, 40197, 40501, 40613];

    /// <summary>What an exception or one of its causes tells of; null: a defect, or the sender's fault.</summary>
    public static Outage? Of(Exception? thrown) => thrown switch
    {
        null => null,
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Outage.Room,
        SqlException sql when FullServer.Contains(sql.Number) => Outage.Room,
        IOException disk when FullDisk.Contains(disk.HResult) => Outage.Room,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteFault or SqliteCannotOpen } => Outage.Database,
        SqlException sql when AwayServer.Contains(sql.Number) => Outage.Database,
        DbException { IsTransient: true } or SocketException or TimeoutException => Outage.Database,
        _ => Of(thrown.InnerException),
    };

    /// <summary>How the database itself calls what went wrong; without a value of anybody's.</summary>
    public static string CodeOf(DbException thrown) => thrown switch
    {
        SqliteException sqlite => string.Create(CultureInfo.InvariantCulture, $"SQLite {sqlite.SqliteErrorCode} ({sqlite.SqliteExtendedErrorCode})"),
        SqlException sql => string.Create(CultureInfo.InvariantCulture, $"SQL Server {sql.Number}"),
        _ => thrown.SqlState ?? thrown.ErrorCode.ToString(CultureInfo.InvariantCulture),
    };
}
