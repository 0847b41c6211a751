using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Outbox;

public enum OutboxView { All, Waiting, Failed, Sent, NotMailed }

/// <summary>The filters of the list, as they stand in the address.</summary>
public sealed class OutboxFilter
{
    public OutboxView View { get; init; }

    /// <summary>Which mail it is, as it is stored.</summary>
    public string? Kind { get; init; }

    /// <summary>Name or address of whom it is for.</summary>
    public string? Text { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, OutboxPage.Size);

    public bool IsSet => !string.IsNullOrWhiteSpace(Kind) || !string.IsNullOrWhiteSpace(Text);
}

/// <summary>
/// The portal's mails, the latest first. Before a round is opened no receipt and no reminder of it is here, nor in any number: the wall
/// keeps them back.
/// </summary>
public sealed record OutboxPage(OutboxFilter Filter, int Count, int Waiting, int Failed, DateTime Now)
{
    public const int Size = 25;

    private const int MostStuck = 20;

    private static readonly DeliveryState[] Sent = [DeliveryState.HandedOver], NotMailed = [DeliveryState.Skipped, DeliveryState.AwaitsDigest, DeliveryState.InDigest, DeliveryState.PortalOnly];

    public required IReadOnlyList<Row> Rows { get; init; }

    public required IReadOnlyList<Stuck> NotYetMails { get; init; }

    public DateTime? PausedAt { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Who has paused it.</summary>
    public string? PausedBy { get; init; }

    /// <summary>One mail to one addressee.</summary>
    /// <param name="Code">Random; its address is made of it.</param>
    /// <param name="Name">Of whom it is for; null: somebody without an account.</param>
    /// <param name="Address">As it is now; null: only known when it is sent.</param>
    public sealed record Row(
        string Code, string Kind, string AddresseeKind, long AddresseeId, string? Name, string? Address, DateTime QueuedAt, DeliveryState State, DateTime? SettledAt, DateTime NextTryAt, int Attempts, string? Fault, string? Answer)
    {
        public bool HasFailed => State is DeliveryState.Refused or DeliveryState.Bounced || (State is DeliveryState.Queued && Fault is not null);
    }

    /// <summary>What nobody was told yet since something failed.</summary>
    /// <param name="Kind">Of the announcement, as it is stored.</param>
    public sealed record Stuck(string Kind, DateTime WrittenAt, int Attempts, string Fault);

    public static async Task<OutboxPage> Read(PortalDbContext db, OutboxFilter filter, DateTime now)
    {
        var all = db.SeenDeliveries().AsNoTracking();
        var found = Found(db, all, filter);
        var gate = await db.MailGates.AsNoTracking().Select(g => new { g.PausedAt, g.Reason, By = db.Accounts.Where(a => a.Id == g.PausedById).Select(a => a.FullName).SingleOrDefault() }).SingleAsync();
        return new OutboxPage(
            filter,
            await found.Take(PagerTagHelper.Most + 1).CountAsync(),
            await all.Where(d => d.State == DeliveryState.Queued && d.Fault == null).Take(PagerTagHelper.Most + 1).CountAsync(),
            await all.Where(Deliveries.HasFailed).Take(PagerTagHelper.Most + 1).CountAsync(),
            now)
        {
            Rows = await WithApplicants(db, await Shown(db, found.OrderByDescending(d => d.QueuedAt).ThenByDescending(d => d.Id).Skip((filter.PageNo - 1) * Size).Take(Size)).ToListAsync()),
            NotYetMails = await db.StuckAnnouncements().OrderByDescending(m => m.Id).Take(MostStuck).Select(m => new Stuck(m.Kind, m.WrittenAt, m.Attempts, m.Fault!)).ToListAsync(),
            PausedAt = gate.PausedAt,
            Reason = gate.Reason,
            PausedBy = gate.By,
        };
    }

    private static IQueryable<MailDelivery> Found(PortalDbContext db, IQueryable<MailDelivery> all, OutboxFilter filter)
    {
        var found = filter.View switch
        {
            OutboxView.Waiting => all.Where(d => d.State == DeliveryState.Queued && d.Fault == null),
            OutboxView.Failed => all.Where(Deliveries.HasFailed),
            OutboxView.Sent => all.Where(d => Sent.Contains(d.State)),
            OutboxView.NotMailed => all.Where(d => NotMailed.Contains(d.State)),
            _ => all,
        };
        found = string.IsNullOrWhiteSpace(filter.Kind) ? found : found.Where(d => d.Kind == filter.Kind);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var pattern = Search.Pattern(filter.Text);
            found = found.Where(d => d.AddresseeKind == Addressee.PersonKind && db.Accounts.Any(a => a.Id == d.AddresseeId && EF.Functions.Like(a.SearchText, pattern, "\\")));
        }

        return found;
    }

    private static IQueryable<Row> Shown(PortalDbContext db, IQueryable<MailDelivery> page) =>
        from d in page
        join account in db.Accounts on new { Id = d.AddresseeId, Kind = d.AddresseeKind } equals new { account.Id, Kind = Addressee.PersonKind } into accounts
        from a in accounts.DefaultIfEmpty()
        select new Row(d.MessageId.Substring(0, 24), d.Kind, d.AddresseeKind, d.AddresseeId, a!.FullName, a.Email, d.QueuedAt, d.State, d.SettledAt, d.NextTryAt, d.Attempts, d.Fault, d.ServerAnswer);

    // Where a mail does not get through, its address has to be known; of an application nothing else is shown.
    private static async Task<IReadOnlyList<Row>> WithApplicants(PortalDbContext db, List<Row> rows)
    {
        long[] applicants = [.. rows.Where(row => row.AddresseeKind == Addressee.RegistrationKind).Select(row => row.AddresseeId).Distinct()];
        var addresses = applicants is [] ? [] : await db.Registrations.IgnoreQueryFilters([Walls.Person]).AsNoTracking().Where(r => applicants.Contains(r.Id))
            .Select(r => new { r.Id, r.Applicant.Email }).ToDictionaryAsync(r => r.Id, r => r.Email);
        return [.. rows.Select(row => row.AddresseeKind == Addressee.RegistrationKind ? row with { Address = addresses.GetValueOrDefault(row.AddresseeId) } : row)];
    }
}
