using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>What stood in a database of SQLite, and a watch over it: whoever asks next finds it as it was.</summary>
internal sealed class KeptState : IDisposable
{
    private readonly SqliteConnection _watching, _kept = new("Data Source=:memory:");
    private readonly string _content;
    private long _version;

    public KeptState(string connection)
    {
        _watching = new SqliteConnection(connection + ";Pooling=false");
        _watching.Open();
        _kept.Open();
        _watching.BackupDatabase(_kept);
        _content = Content(_kept);
        _version = Version();
    }

    /// <summary>Whether anybody has changed anything since; then it is as it was again.</summary>
    /// <param name="looksClosely">A commit is not enough: it must have changed something that is stored.</param>
    public bool PutBackIfChanged(bool looksClosely)
    {
        if (Version() == _version)
        {
            return false;
        }

        var changed = !looksClosely || Content(_watching) != _content;
        if (changed)
        {
            _kept.BackupDatabase(_watching);
        }

        _version = Version();
        return changed;
    }

    /// <summary>A digest of what stands there now, before it is as it was again; null: nobody has changed anything.</summary>
    public string? TakeBack()
    {
        var changed = Version() == _version ? null : Content(_watching);
        PutBackIfChanged(looksClosely: false);
        return changed;
    }

    private static string Content(SqliteConnection database)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Read(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToArray())
        {
            foreach (var row in Read(database, $"SELECT * FROM \"{table}\""))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
            }
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static IEnumerable<string> Read(SqliteConnection database, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            yield return string.Join('\t', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)));
        }
    }

    public void Dispose()
    {
        _watching.Dispose();
        _kept.Dispose();
    }

    // It grows with each commit of another connection.
    private long Version()
    {
        using var command = _watching.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
