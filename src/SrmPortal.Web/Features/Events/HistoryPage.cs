using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>What happened to a round so far, as everybody who sees it may know: nothing of offers, nothing of who asked.</summary>
public sealed record HistoryPage(EventFrame Frame, IReadOnlyList<HistoryPage.Entry> Entries) : IEventPage
{
    public enum What { Published, Extended, Amended, Clarified, Opened, Cancelled }

    /// <param name="At">In UTC.</param>
    /// <param name="What">What happened.</param>
    /// <param name="Text">A reason, a question: as typed.</param>
    /// <param name="By">Whose act it was; staff see it.</param>
    /// <param name="Deadline">From when to when it went.</param>
    public sealed record Entry(DateTime At, What What, string? Text = null, string? By = null, ChangedDeadline? Deadline = null)
    {
        /// <summary>With what it changed, for this reader.</summary>
        public Amendment? Amendment { get; init; }
    }

    public static async Task<HistoryPage?> Read(PortalDbContext db, string number, int no, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.History, http) is not { Card.PublishedAt: not null } frame)
        {
            return null;
        }

        var (card, staff) = (frame.Card, frame.Reader.IsStaff);
        var changes = await (
            from change in db.RoundChanges.AsNoTracking().Where(c => c.RoundId == card.Id)
            join account in db.Accounts on change.ById equals account.Id into people
            from actor in people.DefaultIfEmpty()
            select new { change.At, change.Reason, change.Deadline.From, change.Deadline.To, By = staff && actor != null ? actor.FullName : null }).ToListAsync();
        var amendments = await (
            from amendment in db.PublishedAmendments(card.Id)
            join account in db.Accounts on amendment.PublishedById equals account.Id into people
            from actor in people.DefaultIfEmpty()
            select new { Amendment = amendment, By = staff && actor != null ? actor.FullName : null }).ToListAsync();
        var clarified = await db.Clarifications.AsNoTracking().Where(c => c.RoundId == card.Id && c.IsForEverybody)
            .Select(c => new { At = c.AnsweredAt!.Value, c.PublicText }).ToListAsync();
        return new HistoryPage(frame, [.. new[]
        {
            changes.Select(c => new Entry(c.At, What.Extended, c.Reason, c.By is null ? null : UserAccount.ShortNameOf(c.By), new ChangedDeadline(c.From, c.To))),
            amendments.Select(a => new Entry(a.Amendment.PublishedAt!.Value, What.Amended, a.Amendment.Reason, a.By is null ? null : UserAccount.ShortNameOf(a.By), a.Amendment.MovedDeadline) { Amendment = a.Amendment }),
            clarified.Select(c => new Entry(c.At, What.Clarified, c.PublicText)),
            Of(card.PublishedAt, What.Published),
            Of(card.OpenedAt, What.Opened),
            Of(card.CancelledAt, What.Cancelled, card.CancellationReason),
        }.SelectMany(entries => entries).OrderByDescending(entry => entry.At)]);
    }

    private static Entry[] Of(DateTime? at, What what, string? text = null) => at is { } then ? [new Entry(then, what, text)] : [];
}
