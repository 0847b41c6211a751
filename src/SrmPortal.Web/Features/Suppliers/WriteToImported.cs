using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Writes to the people whom an import has brought in, when somebody says so.</summary>
public sealed class WriteToImported(PortalDbContext db) : IDeed
{
    /// <summary>So long a page may wait; it says how many are left, and offers to go on.</summary>
    private static readonly TimeSpan InRequest = TimeSpan.FromSeconds(20);

    /// <summary>User name and activation link to everybody of these suppliers who has none yet; who has an account is asked.</summary>
    /// <param name="token">Of the import.</param>
    /// <param name="supplierNumber">One of them, whose people are written to again; null: all, whom nobody has written to.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>How many people were written to; null: there is no such import, or the supplier isn't of it.</returns>
    public async Task<int?> Send(string token, string? supplierNumber, DateTime now)
    {
        if (await db.SupplierImports.AsNoTracking().SingleOrDefaultAsync(i => i.Token == token) is not { } import)
        {
            return null;
        }

        var (created, joined, sent, watch) = (import.Created.ToHashSet(), import.Joined, 0, Stopwatch.StartNew());
        var numbers = (await OfImport.Numbers(db, import)).Where(number => supplierNumber is null || number == supplierNumber).ToList();
        foreach (var some in numbers.Chunk(500))
        {
            foreach (var supplier in await db.Suppliers.AsNoTracking().Where(s => some.Contains(s.Number)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Number, s.Name }).ToListAsync())
            {
                var isNew = created.Contains(supplier.Number);
                sent += await db.InTransaction(() => SendTo(supplier.Id, supplier.Number, supplier.Name, isNew ? null : joined, again: supplierNumber is not null, now));
                if (watch.Elapsed > InRequest)
                {
                    return sent;
                }
            }
        }

        return numbers.Count == 0 && supplierNumber is not null ? null : sent;
    }

    /// <param name="only">Of a supplier that was there, those who were added; null: everybody.</param>
    private async Task<int> SendTo(long supplierId, string number, string name, IReadOnlyList<long>? only, bool again, DateTime now)
    {
        var all = db.Memberships.Include(m => m.Account).Where(m => m.SupplierId == supplierId);
        var people = await (only is null ? all : all.Where(m => only.Contains(m.Id))).OrderBy(m => m.Id).ToListAsync();
        var first = people.Where(OfImport.IsUnsent).ToList();
        var sent = people.Count(person => (again || first.Contains(person)) && SendAccess.To(person, now));
        if (only is not null && first.Count > 0)
        {
            db.Record(new PeopleBroughtIn(number, supplierId, [.. first.Select(person => person.Id)]));
        }
        else if (only is null && sent > 0 && first.Count == people.Count)
        {
            // With the first mail: who only signs has no account, and must know as well.
            db.Record(new SignatoriesNamed(number, supplierId, name));
        }

        return sent;
    }
}

/// <summary>Whom an import has brought in.</summary>
internal static class OfImport
{
    /// <summary>People who can't know yet that they are in the portal.</summary>
    public static readonly Expression<Func<Membership, bool>> Unsent = m => (m.State == MembershipState.Active || m.State == MembershipState.PendingAcceptance)
        && ((m.Account.State == AccountState.NotActivated && m.Account.AccessSentAt == null)
            || (m.Account.State == AccountState.Active && m.State == MembershipState.PendingAcceptance && m.OfferedAt == null));

    public static readonly Func<Membership, bool> IsUnsent = Unsent.Compile();

    /// <summary>The suppliers that it has made, and then those that it has added people to.</summary>
    public static async Task<IReadOnlyList<string>> Numbers(PortalDbContext db, SupplierImport import)
    {
        var joined = import.Joined;
        return joined.Count == 0 ? import.Created : [.. import.Created, .. (await db.Suppliers.AsNoTracking()
            .Where(s => db.Memberships.Any(m => m.SupplierId == s.Id && joined.Contains(m.Id))).OrderBy(s => s.Name).Select(s => s.Number).ToListAsync()).Except(import.Created)];
    }
}
