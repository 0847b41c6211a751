using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>One supplier as staff see it, each by own rights: what buyers may know, and what the desk keeps.</summary>
public sealed class SupplierPage
{
    public required Supplier Supplier { get; init; }

    public required SupplierState State { get; init; }

    public required IReadOnlyList<SuppliedCategory> Categories { get; init; }

    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>The case by which it was accredited last, or null: it was brought in.</summary>
    public required AccreditationCase? Case { get; init; }

    /// <summary>By their code, with the names of their kinds.</summary>
    public required IReadOnlyList<NamedDocument> Documents { get; init; }

    /// <summary>Tokens by stored file: for those who may read the documents.</summary>
    public required IReadOnlyDictionary<long, string> Files { get; init; }

    /// <summary>For who runs or reads events; null for others.</summary>
    public required Participation? TakesPart { get; init; }

    public required bool MaySuspend { get; init; }

    public required bool SeesBank { get; init; }

    public required DateTime Now { get; init; }

    public DateOnly Today => WorkingDays.DayOf(Now);

    // The fields of the form of suspension.
    public string? Reason { get; }

    public DateOnly? Until { get; }

    public static async Task<SupplierPage?> Read(PortalDbContext db, Scope scope, string number, DateTime now)
    {
        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.Signatories).Include(s => s.FurtherAccounts).AsSingleQuery()
            .SingleOrDefaultAsync(s => s.Number == number);
        if (supplier is null)
        {
            return null;
        }

        var documents = await DocumentsOf(db, supplier);
        long[] files = [.. documents.SelectMany(one => one.Document.Files).Select(file => file.FileId)];
        return new SupplierPage
        {
            Supplier = supplier,
            State = supplier.StateAt(now),
            Categories = await SuppliedBy(db, supplier),
            People = await db.Memberships.AsNoTracking().Where(m => m.SupplierId == supplier.Id).OrderBy(m => m.Id)
                .Select(m => new Person(m.Account.FullName, m.Account.Email, m.Account.Phone, m.Rights, m.State, m.Account.State)).ToListAsync(),
            Case = await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Where(c => c.SupplierId == supplier.Id && c.State == CaseState.Approved)
                .OrderByDescending(c => c.Id).FirstOrDefaultAsync(),
            Documents = documents,
            Files = files.Length == 0 ? new Dictionary<long, string>()
                : await db.Files.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Token),
            TakesPart = scope.Has(StaffRoles.Buyer | StaffRoles.Auditor) ? await Participation.Read(db, supplier.Id, now) : null,
            MaySuspend = scope.Has(StaffRoles.HeadOfDesk),
            SeesBank = scope.Has(StaffRoles.Reviewer | StaffRoles.HeadOfDesk | StaffRoles.Administrator | StaffRoles.Auditor),
            Now = now,
        };
    }

    private static async Task<IReadOnlyList<SuppliedCategory>> SuppliedBy(PortalDbContext db, Supplier supplier)
    {
        var named = await db.Suppliers.Where(s => s.Id == supplier.Id).SelectMany(s => s.Categories)
            .Join(db.Categories, one => one.CategoryId, category => category.Id, (one, category) => new { category.Path, category.Code, category.Name, category.NameEn, one.ApprovedAt })
            .OrderBy(one => one.Path).ToListAsync();
        return [.. named.Select(one => new SuppliedCategory(one.Code, Language.IsRussian ? one.Name : one.NameEn, one.ApprovedAt))];
    }

    private static async Task<IReadOnlyList<NamedDocument>> DocumentsOf(PortalDbContext db, Supplier supplier)
    {
        var documents = await db.Suppliers.AsNoTracking().Where(s => s.Id == supplier.Id).SelectMany(s => s.Documents).OrderBy(d => d.Kind).Select(d => new
        {
            Document = d,
            Name = db.DocumentKinds.Where(k => k.Code == d.Kind).Select(k => Language.IsRussian ? k.Name : k.NameEn).FirstOrDefault(),
        }).ToListAsync();
        return [.. documents.Select(one => new NamedDocument(one.Document, one.Name ?? one.Document.Kind))];
    }

    public sealed record NamedDocument(SupplierDocument Document, string Name);

    public sealed record SuppliedCategory(string Code, string Name, DateTime ApprovedAt);

    public sealed record Person(string Name, string Email, string? Phone, MembershipRights Rights, MembershipState State, AccountState Account);
}

/// <summary>
/// How a supplier took part in the last twelve months, in the rounds that the reader may see. Offers count only where the round was opened:
/// of a running one the invitation and its answer are shown, never whether there is an offer.
/// </summary>
public sealed record Participation(int Invited, int Declined, int Submitted, IReadOnlyList<Participation.Recent> Latest)
{
    public sealed record Recent(string Number, int No, string Title, InvitationState Answer, bool IsOpened);

    internal static async Task<Participation> Read(PortalDbContext db, long supplierId, DateTime now)
    {
        var since = now.AddYears(-1);
        var invitations = db.Invitations.AsNoTracking().Where(i => i.SupplierId == supplierId && i.InvitedAt >= since && db.Rounds.Any(r => r.Id == i.Round.Id));
        // Who was never invited has neither declined nor offered: the counts come with the latest five.
        var latest = await invitations.OrderByDescending(i => i.InvitedAt).Take(5).Select(i => new
        {
            Recent = new Recent(i.Round.Event.Number, i.Round.No, i.Round.Title, i.State, i.Round.OpenedAt != null),
            Invited = invitations.Count(),
            Declined = invitations.Count(one => one.State == InvitationState.Declined),
            Submitted = db.Offers.Count(o => o.SupplierId == supplierId && o.VersionNo > 0
                && o.Round.OpenedAt != null && o.Round.OpenedAt >= since && db.Rounds.Any(r => r.Id == o.Round.Id)),
        }).ToListAsync();
        return latest is [var counts, ..] ? new Participation(counts.Invited, counts.Declined, counts.Submitted, [.. latest.Select(one => one.Recent)])
            : new Participation(0, 0, 0, []);
    }
}
