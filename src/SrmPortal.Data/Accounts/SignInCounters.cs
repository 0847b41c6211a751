using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Links;

namespace SrmPortal.Data.Accounts;

/// <summary>What is counted: wrong passwords from a browser that the account knows, from one network, from all unknown browsers together; mails asked for.</summary>
public enum CounterKind { KnownBrowser, Network, Strangers, Mails }

/// <summary>How often something was tried on one account from one place. Names of accounts that do not exist are counted alike.</summary>
public sealed class SignInCounter
{
    public long Id { get; private set; }

    /// <summary>A keyed hash of account or typed name, kind and place: nobody reads addresses of networks here.</summary>
    public required byte[] Place { get; init; }

    public required CounterKind Kind { get; init; }

    public long? AccountId { get; init; }

    public int Tries { get; private set; }

    public required DateTime LastTryAt { get; init; }

    public DateTime? LockedUntil { get; private set; }
}

/// <param name="Kind">What is counted.</param>
/// <param name="Where">The browser's mark or the network; empty for all together.</param>
/// <param name="Most">The try that locks, if it fails.</param>
public sealed record CountedPlace(CounterKind Kind, string Where, int Most);

/// <param name="LockedUntil">Not null: it is locked, nothing may be tried.</param>
/// <param name="LocksIfWrong">When this try was the last that is free: until when it is locked if it fails.</param>
public sealed record CountedTry(DateTime? LockedUntil, DateTime? LocksIfWrong);

/// <summary>
/// Counts tries before they are made, so that a hundred at once are no more than one after another. A place that has been quiet for
/// the length of a lock begins anew.
/// </summary>
public sealed class SignInCounters(PortalDbContext db, LinkKey key)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Takes one try at each of the places; a locked one refuses. Committed at once.</summary>
    /// <param name="account">The account's key, or null for a name that nobody has.</param>
    /// <param name="name">Of the account, or as it was typed.</param>
    /// <param name="places">All must let it through.</param>
    /// <param name="lockedFor">The length of a lock.</param>
    /// <param name="now">In UTC.</param>
    public Task<CountedTry> Begin(long? account, string name, IReadOnlyList<CountedPlace> places, TimeSpan lockedFor, DateTime now) => db.InTransaction(async () =>
    {
        DateTime? locks = null;
        foreach (var place in places)
        {
            var hash = Hash(account, name, place);
            var counter = Counters.Where(c => c.Place == hash);
            await counter.Where(c => c.LockedUntil <= now || (c.LockedUntil == null && c.LastTryAt <= now - lockedFor))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, 0).SetProperty(c => c.LockedUntil, (DateTime?)null));
            if (!await counter.AnyAsync())
            {
                await Counters.Where(c => c.LastTryAt < now - KeptFor && (c.LockedUntil == null || c.LockedUntil < now)).ExecuteDeleteAsync();
                db.Add(new SignInCounter { Place = hash, Kind = place.Kind, AccountId = account, LastTryAt = now });
                await db.SaveChangesAsync();
            }

            DateTime? until = now + lockedFor;
            var taken = await counter.Where(c => c.LockedUntil == null).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.LockedUntil, c => c.Tries + 1 >= place.Most ? until : null)
                .SetProperty(c => c.Tries, c => c.Tries + 1)
                .SetProperty(c => c.LastTryAt, now)) == 1;
            var lockedUntil = await counter.Select(c => c.LockedUntil).SingleAsync();
            if (!taken)
            {
                return new CountedTry(lockedUntil, null);
            }

            locks ??= lockedUntil;
        }

        return new CountedTry(null, locks);
    });

    /// <summary>It was right: the place begins anew, and the sum over all places gets this try back.</summary>
    public async Task Succeeded(long account, string name, IReadOnlyList<CountedPlace> places)
    {
        foreach (var place in places)
        {
            var hash = Hash(account, name, place);
            await Counters.Where(c => c.Place == hash).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Tries, c => place.Kind == CounterKind.Strangers ? c.Tries - 1 : 0)
                .SetProperty(c => c.LockedUntil, (DateTime?)null));
        }
    }

    /// <summary>The holder came by the mailed link.</summary>
    public Task<int> Unlock(long account) => Counters.Where(c => c.AccountId == account && c.Kind != CounterKind.Mails)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, 0).SetProperty(c => c.LockedUntil, (DateTime?)null));

    // Whoever signs in has no scope yet.
    private IQueryable<SignInCounter> Counters => db.SignInCounters.IgnoreQueryFilters([Walls.House]);

    private byte[] Hash(long? account, string name, CountedPlace place) =>
        HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"srm/try/v1\n{account?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?" + name}\n{place.Kind}\n{place.Where}"));
}

internal sealed class SignInCounterConfiguration : IEntityTypeConfiguration<SignInCounter>
{
    public void Configure(EntityTypeBuilder<SignInCounter> table)
    {
        table.ToTable("SignInCounters");
        table.Property(c => c.Place).HasMaxLength(32);
        table.HasIndex(c => c.Place).IsUnique();
        table.HasIndex(c => c.LastTryAt);
        table.HasIndex(c => c.AccountId);
    }
}
