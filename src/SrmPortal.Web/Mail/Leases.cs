using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Happenings;

namespace SrmPortal.Web.Mail;

/// <param name="Id">The row that was taken.</param>
/// <param name="Owner">The token of this taking: who finishes says it, and finds out if somebody took over.</param>
internal sealed record Lease(long Id, string Owner);

/// <summary>How instances share work: each row is taken by one conditional update, the same on three databases.</summary>
internal static class Leases
{
    /// <summary>Longer than any mail takes; after a crash the row waits so long.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Takes the row that has been due for longest, or null if none is due.</summary>
    public static async Task<Lease?> TakeNext<T>(this IQueryable<T> waiting, DateTime now, CancellationToken cancellationToken) where T : class, ILeased
    {
        var due = waiting.Where(row => row.NextTryAt <= now && (row.LeaseUntil == null || row.LeaseUntil <= now));
        while (true)
        {
            var ids = await due.OrderBy(row => row.NextTryAt).ThenBy(row => row.Id).Select(row => row.Id).Take(8).ToListAsync(cancellationToken);
            foreach (var id in ids)
            {
                var (owner, until) = (Guid.NewGuid().ToString("N"), now + Length);
                if (await due.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.LeaseOwner, owner)
                    .SetProperty(row => row.LeaseUntil, until)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken) == 1)
                {
                    return new Lease(id, owner);
                }
            }

            if (ids.Count == 0)
            {
                return null;
            }
        }
    }

    public static IQueryable<T> Held<T>(this IQueryable<T> rows, Lease lease) where T : class, ILeased =>
        rows.Where(row => row.Id == lease.Id && row.LeaseOwner == lease.Owner);

    /// <summary>Gives the row back, to be tried again.</summary>
    public static Task<int> PutOff<T>(this IQueryable<T> held, DateTime until, string? fault) where T : class, ILeased =>
        held.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeaseOwner, (string?)null)
            .SetProperty(row => row.LeaseUntil, (DateTime?)null)
            .SetProperty(row => row.NextTryAt, until)
            .SetProperty(row => row.Fault, fault));

    /// <summary>A minute, two, four … at most an hour.</summary>
    public static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Min(attempts, 10) - 1)));
}
