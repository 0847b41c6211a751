using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Events;

/// <summary>Which of the invited are shown.</summary>
public enum InvitedView { All, Read, WillTakePart, Declined, NoAnswer, MailRefused }

/// <summary>What of the invited is looked for, as the address says it.</summary>
public sealed class InvitedFilter
{
    public const int PageSize = 50;

    /// <summary>One of <see cref="InvitedView"/>; anything else is all.</summary>
    public string? Show { get; init; }

    public int Page { get; init; } = 1;

    public InvitedView View => Enum.TryParse<InvitedView>(Show, out var view) && Enum.IsDefined(view) ? view : InvitedView.All;
}

/// <summary>
/// Whom the buyer invited, who has read, who means to take part, and what became of each mail. Nothing here hangs on whether anybody
/// has saved or submitted an offer, except that saving says "will take part", as a button does.
/// </summary>
public sealed class InvitedPage : IEventPage
{
    private static readonly string[] InvitationMails = [.. new[] { typeof(InvitationMail), typeof(LaterInvitationMail), typeof(RepeatedInvitationMail) }.Select(MailCatalogue.KindOf)];

    public required EventFrame Frame { get; init; }

    public required InvitedFilter Filter { get; init; }

    /// <summary>Everybody.</summary>
    public required IReadOnlyList<Row> Invited { get; init; }

    /// <summary>Those of one page that are looked for.</summary>
    public IReadOnlyList<Row> Rows => [.. Matching.Skip((PageNo - 1) * InvitedFilter.PageSize).Take(InvitedFilter.PageSize)];

    public int Count => Matching.Count();

    public int PageNo => Math.Clamp(Filter.Page, 1, 1 + (Math.Max(0, Count - 1) / InvitedFilter.PageSize));

    /// <summary>Who opens, by name; empty where it happens by itself.</summary>
    public required IReadOnlyList<string> Openers { get; init; }

    /// <summary>Not before this instant, in UTC.</summary>
    public required DateTime OpensAt { get; init; }

    /// <summary>How many offers are in force; null unless the event's setting shows it.</summary>
    public required int? OffersInForce { get; init; }

    /// <summary>How many of each kind there are, in the order in which they are shown.</summary>
    public IEnumerable<(InvitedView View, int Count)> Counts => Enum.GetValues<InvitedView>().Select(view => (view, Invited.Count(row => row.Is(view))));

    private IEnumerable<Row> Matching => Invited.Where(row => row.Is(Filter.View));

    public sealed record Row(long SupplierId, string Number, string Name, InvitationState State, DateTime? FirstReadAt, string? DeclineReason, IReadOnlyList<MailFate> Mails)
    {
        public bool Is(InvitedView view) => view switch
        {
            InvitedView.Read => FirstReadAt is not null,
            InvitedView.WillTakePart => State is InvitationState.WillTakePart,
            InvitedView.Declined => State is InvitationState.Declined,
            InvitedView.NoAnswer => State is InvitationState.Invited,
            InvitedView.MailRefused => Mails.Any(mail => mail.State is DeliveryState.Refused or DeliveryState.Bounced),
            _ => true,
        };
    }

    /// <param name="Address">Where it went.</param>
    /// <param name="State">Queued, handed over, refused, or skipped since the person had no right to it any more.</param>
    /// <param name="At">When that was, in UTC.</param>
    /// <param name="Answer">The mail server's words.</param>
    public sealed record MailFate(string Address, DeliveryState State, DateTime At, string? Answer);

    public static async Task<InvitedPage?> Load(PortalDbContext db, string number, int no, InvitedFilter filter, HttpContext http, TimeSpan drain)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Suppliers, http) is not { Reader.IsStaff: true } frame)
        {
            return null;
        }

        var card = frame.Card;
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.Round.Id == card.Id).OrderBy(i => i.Id)
            .Join(db.Suppliers, i => i.SupplierId, s => s.Id, (i, s) => new { s.Id, s.Number, s.Name, i.State, i.FirstReadAt, i.DeclineReason }).ToListAsync();
        var mails = await db.MailDeliveries.AsNoTracking().Where(d => d.RoundId == card.Id && InvitationMails.Contains(d.Kind)).OrderBy(d => d.Id)
            .Join(db.Accounts, d => d.AddresseeId, a => a.Id, (d, a) => new { d.SupplierId, a.Email, d.State, d.QueuedAt, d.SettledAt, d.ServerAnswer }).ToListAsync();
        // Of several mails to one person the latest counts.
        var latest = mails.GroupBy(mail => (mail.SupplierId, mail.Email)).Select(group => group.Last())
            .ToLookup(mail => mail.SupplierId, mail => new MailFate(mail.Email, mail.State, mail.SettledAt ?? mail.QueuedAt, mail.ServerAnswer));
        return new InvitedPage
        {
            Frame = frame,
            Filter = filter,
            Invited = [.. invitations.Select(i => new Row(i.Id, i.Number, i.Name, i.State, i.FirstReadAt, i.DeclineReason, [.. latest[i.Id]]))],
            Openers = await OpenersOf(db, card),
            OpensAt = card.Deadline + drain,
            OffersInForce = await CountIfShown(db, card.Id),
        };
    }

    private static async Task<IReadOnlyList<string>> OpenersOf(PortalDbContext db, EventCard card)
    {
        long?[] openers = card.OpeningRule switch
        {
            OpeningRule.Automatic => [],
            OpeningRule.OneOpener => [card.OpenerId],
            _ => [card.OpenerId, card.SecondOpenerId],
        };
        var names = openers.All(one => one is null) ? [] : await db.Accounts.Where(a => openers.Contains(a.Id)).OrderBy(a => a.FullName).Select(a => a.FullName).ToListAsync();
        return [.. names.Select(UserAccount.ShortNameOf)];
    }

    // The wall hides every offer before the opening. What the event's setting allows is this one number.
    private static async Task<int?> CountIfShown(PortalDbContext db, long roundId) =>
        await db.Rounds.AnyAsync(r => r.Id == roundId && r.ShowsOfferCount)
            ? await db.Offers.IgnoreQueryFilters([Walls.Sealed]).CountAsync(o => o.Round.Id == roundId && o.State == OfferState.Submitted) : null;
}
