using System.Collections.Concurrent;

namespace SrmPortal.Testing;

/// <summary>Hundreds of portals begin alike: the first one is filled, and its database copied for the others.</summary>
public sealed partial class Portal
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Beginning>>> Beginnings = new(StringComparer.Ordinal);

    // Nobody knows what a test's own services, settings and time would have made of it; nor is there a copy on PostgreSQL.
    private bool MayBeginAsOthers => more is null && Settings.Count == 0 && Clock.GetUtcNow() == Clock.Start && _connection is null && _provider == Databases.Sqlite;

    /// <summary>Filled, or as another one was by the same.</summary>
    /// <param name="name">Tells what is filled in from all else.</param>
    /// <param name="fill">What the portal is asked to do first; it leaves nothing but what is stored in the database, and the time.</param>
    public async Task<Portal> BegunAs(string name, Func<Portal, Task> fill)
    {
        if (!MayBeginAsOthers)
        {
            await fill(this);
            return this;
        }

        var beginning = await Beginnings.GetOrAdd(name, _ => new(() => BeginFor(fill))).Value;
        if (beginning.First != this)
        {
            File.Copy(beginning.File, _file);
            (_connection, RoundId) = ($"Data Source={_file}", beginning.RoundId);
            Clock.AdjustTime(beginning.Now);
        }

        return this;
    }

    private async Task<Beginning> BeginFor(Func<Portal, Task> fill)
    {
        await fill(this);
        return new(this, Databases.Kept(Connection), RoundId, Clock.GetUtcNow());
    }

    private sealed record Beginning(Portal First, string File, long RoundId, DateTimeOffset Now);
}
