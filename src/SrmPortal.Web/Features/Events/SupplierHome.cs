using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Features.Home;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>What waits for a supplier: saved and not submitted first, then what ends soon; then open events and results.</summary>
public sealed class SupplierHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    private const int Open = 50, Results = 5, LastOffers = 500;

    public string Role => Roles.Supplier;

    public string View => "/Features/Events/SupplierHome.cshtml";

    public async Task<object> Read(HttpContext http)
    {
        var (now, supplier) = (http.Instant(), scope.Is.SupplierId!.Value);
        // Those that are open are fewer than all to which a company was ever invited.
        var open = db.Rounds.AsNoTracking().Where(r => r.Invitations.Any(i => i.SupplierId == supplier)).Where(r => r.State == RoundState.Published && r.Deadline > now);
        // The newest results are of offers made lately: what was offered years ago isn't gone through each time.
        var lately = db.Offers.Where(o => o.SupplierId == supplier).OrderByDescending(o => o.Id).Take(LastOffers).Select(o => o.Round.Id);
        var decided = db.Rounds.AsNoTracking().Where(r => lately.Contains(r.Id) && (r.State == RoundState.Awarded || r.State == RoundState.NotAwarded));
        var company = await db.Suppliers.AsNoTracking().Where(s => s.Id == supplier).SingleAsync();
        return new SupplierHomePage
        {
            Company = company,
            Now = now,
            Renewal = scope.Is.Rights.HasFlag(CompanyRights.MasterUser) && company.WhyNotRenew(now) is null
                ? new RenewalWaits(await BeginRenewal.Open(db, supplier).Select(r => (RegistrationState?)r.State).SingleOrDefaultAsync()) : null,
            PapersEnd = scope.Is.Rights.HasFlag(CompanyRights.MasterUser) ? await FirstEndOfPapers(supplier, WorkingDays.DayOf(now)) : null,
            MayPractise = scope.Is.MaySubmit && company.CanBeInvitedAt(now),
            OpenCount = await open.CountAsync(),
            Open = await EventList.Project(db, open.OrderBy(r => r.Deadline).ThenBy(r => r.Id).Take(Open), supplier).ToListAsync(),
            Results = await EventList.Project(db, decided.OrderByDescending(r => r.Deadline).ThenBy(r => r.Id).Take(Results), supplier).ToListAsync(),
        };
    }

    private Task<DateOnly?> FirstEndOfPapers(long supplier, DateOnly today)
    {
        var soon = today.AddDays(PapersPage.SoonDays);
        return db.SupplierDocuments.Where(d => d.SupplierId == supplier && d.ValidUntil <= soon).MinAsync(d => d.ValidUntil);
    }
}

/// <param name="State">Of the renewal; null: none is begun.</param>
public sealed record RenewalWaits(RegistrationState? State)
{
    public bool IsWithReviewers => State is RegistrationState.Submitted or RegistrationState.InReview;
}

public sealed class SupplierHomePage
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);
    private static readonly TimeSpan VerySoon = TimeSpan.FromDays(1);

    public const int Shown = 5;

    public required Supplier Company { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Of a master user, when the accreditation ends soon or has ended; null: there is time.</summary>
    public required RenewalWaits? Renewal { get; init; }

    /// <summary>Of a master user: when the first of the company's documents ends, where it is soon or has been; null: there is time.</summary>
    public required DateOnly? PapersEnd { get; init; }

    /// <summary>Whether this person can begin a practice event from here.</summary>
    public required bool MayPractise { get; init; }

    public required int OpenCount { get; init; }

    /// <summary>The nearest deadline first.</summary>
    public required IReadOnlyList<EventList.Row> Open { get; init; }

    public required IReadOnlyList<EventList.Row> Results { get; init; }

    /// <summary>
    /// What an amendment put out of force comes first, then what was typed and counts for nothing yet, whatever its deadline; then what
    /// ends soon without an answer. Practice waits for nobody.
    /// </summary>
    public IReadOnlyList<EventList.Row> ToDo => [.. Real.Where(NeedsConfirmation).Concat(Real.Where(IsUnsubmitted)).Concat(Real.Where(Waits)).DistinctBy(row => row.Path).Take(10)];

    private IEnumerable<EventList.Row> Real => Open.Where(row => !EventNumber.IsPractice(row.Number));

    public bool NeedsConfirmation(EventList.Row row) => row.Offer?.State is OfferState.NeedsConfirmation;

    public bool IsUnsubmitted(EventList.Row row) => row.Offer is { State: not OfferState.NeedsConfirmation } offer && (OfferWords.IsSavedOnly(offer) || offer.HasUnsubmittedChanges);

    public bool IsUrgent(EventList.Row row) => row.Deadline - Now < VerySoon;

    private bool Waits(EventList.Row row) =>
        row.Invitation is not InvitationState.Declined && row.Offer?.State is not OfferState.Submitted && (row.Offer is not null || row.Deadline - Now < Soon || row.Invitation is InvitationState.Invited);
}
