using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Company;

/// <summary>The latest of each, the latest first.</summary>
/// <param name="Name">Of the company.</param>
/// <param name="Events">To which it was invited.</param>
/// <param name="Changes">Of its data and people.</param>
public sealed record CompanyHistory(string Name, IReadOnlyList<CompanyHistory.Invited> Events, HappenedRows Changes)
{
    public const int MostEvents = 50;

    public static async Task<CompanyHistory> Read(PortalDbContext db, long company, int page)
    {
        var name = await db.Suppliers.AsNoTracking().Where(s => s.Id == company).Select(s => s.Name).SingleAsync();
        var events = await db.Invitations.AsNoTracking().Where(i => i.SupplierId == company).OrderByDescending(i => i.InvitedAt).Take(MostEvents)
            .Select(i => new Invited(i.Round.Event.Number, i.Round.No, i.Round.Title, i.InvitedAt, i.State, i.Round.OpenedAt != null,
                db.Offers.Where(o => o.SupplierId == company && o.Round.Id == i.Round.Id).Select(o => (OfferState?)o.State).FirstOrDefault())).ToListAsync();
        var (ofSupplier, ofRequest, ofPeople) = (nameof(Supplier), nameof(ChangeRequest), nameof(Membership));
        // The audit is the house's; the company reads of it what is about itself, and no more.
        var records = db.Audit.IgnoreQueryFilters([Walls.House]).AsNoTracking().Where(a => HistoryWords.OfCompany.Contains(a.Action)
            && ((a.AggregateType == ofSupplier && a.AggregateId == company)
                || (a.AggregateType == ofRequest && db.ChangeRequests.Any(c => c.Id == a.AggregateId && c.SupplierId == company))
                || (a.AggregateType == ofPeople && db.Memberships.Any(m => m.Id == a.AggregateId && m.SupplierId == company))));
        return new CompanyHistory(name, events, await HappenedRows.Read(db, records, page));
    }

    public sealed record Invited(string Number, int No, string Title, DateTime At, InvitationState Answer, bool WasOpened, OfferState? Offer);
}

/// <summary>One line of a history.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Action">The event's type.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Details">The event.</param>
/// <param name="Person">The name; null for somebody of the group, and for the portal.</param>
/// <param name="IsSystem">The portal by itself.</param>
public sealed record Happened(DateTime At, string Action, string Subject, JsonElement Details, string? Person, bool IsSystem);

/// <summary>A page of a history, the latest first.</summary>
/// <param name="PageNo">From 1.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Count">Counted up to one more than the pager names.</param>
public sealed record HappenedRows(int PageNo, IReadOnlyList<Happened> Rows, int Count)
{
    public const int Size = 50;

    /// <summary>What kinds of documents are called, by code; empty where none is told of.</summary>
    public required IReadOnlyDictionary<string, string> DocumentNames { get; init; }

    internal static async Task<HappenedRows> Read(PortalDbContext db, IQueryable<Data.Happenings.AuditRecord> records, int page)
    {
        page = PagerTagHelper.PageOf(page, Size);
        var rows = await records.OrderByDescending(a => a.Id).Skip((page - 1) * Size).Take(Size)
            .Select(a => new { a.At, a.Action, a.Subject, a.Details, a.Actor, Person = db.Accounts.Where(p => p.Id == a.PersonId && !p.IsStaff).Select(p => p.FullName).SingleOrDefault() }).ToListAsync();
        // A person is told by name, not by user name, where the reader knows the person.
        string[] subjects = [.. rows.Select(one => one.Subject).Distinct()];
        var names = await db.Accounts.AsNoTracking().Where(a => subjects.Contains(a.UserName) && db.Memberships.Any(m => m.AccountId == a.Id && m.WasAccepted)).ToDictionaryAsync(a => a.UserName, a => UserAccount.ShortNameOf(a.FullName));
        var count = page == 1 && rows.Count < Size ? rows.Count : await records.Take(PagerTagHelper.Most + 1).CountAsync();
        return new HappenedRows(page, [.. rows.Select(one => new Happened(one.At, one.Action, names.GetValueOrDefault(one.Subject, one.Subject), JsonElement.Parse(one.Details),
            one.Person is null ? null : UserAccount.ShortNameOf(one.Person), one.Actor is Data.Happenings.Actor.System))], count)
        {
            DocumentNames = rows.Any(one => one.Action is nameof(DocumentGiven) or nameof(SupplierDocumentRemoved)) ? await db.DocumentKinds.NamesByCode() : new Dictionary<string, string>(),
        };
    }
}
