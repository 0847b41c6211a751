using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>A day and two hours before the deadline it reminds companies of what they have saved and not submitted, or not confirmed.</summary>
public sealed class RemindOfOffers(PortalDbContext db, OfferVault vault) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>How many were reminded.</returns>
    public async Task<int> Run(DateTime now) => await OfOffers(now) + await OfWhatIsTyped(now);

    private async Task<int> OfWhatIsTyped(DateTime now)
    {
        var reminded = 0;
        foreach (var one in await vault.UnsavedTypings(now, now + Reminders.First))
        {
            var due = Reminders.DueAt(one.Deadline, now)!.Value;
            reminded += !(one.RemindedFor >= due) && await db.InTransaction(async () =>
            {
                var isFirst = await vault.RemindedOf(one, due);
                if (isFirst)
                {
                    db.Record(new TypedNotSaved(one.Round, one.RoundId, one.SupplierId, one.PersonId));
                }

                return isFirst;
            }) ? 1 : 0;
        }

        return reminded;
    }

    private async Task<int> OfOffers(DateTime now)
    {
        var (day, hours) = (now + Reminders.First, now + Reminders.Second);
        var waiting = await db.Offers
            .Where(o => o.Round.State == RoundState.Published && o.Round.PracticeOfId == null && o.Round.Deadline > now && o.Round.Deadline <= day)
            .Where(o => o.State == OfferState.Saved || o.State == OfferState.NeedsConfirmation || (o.State == OfferState.Submitted && o.WorkingCopyNo > o.SubmittedCopyNo))
            .OrderBy(o => o.Round.Deadline).ThenBy(o => o.Id).Select(o => new { o.Id, o.RemindedFor, o.Round.Deadline }).ToListAsync();
        var reminded = 0;
        foreach (var one in waiting.Where(o => o.RemindedFor is null || o.RemindedFor < o.Deadline - (o.Deadline <= hours ? Reminders.Second : Reminders.First)))
        {
            reminded += await db.InTransaction(async () => (await db.Offers.Include(o => o.Round.Event).SingleAsync(o => o.Id == one.Id)).Remind(now)) ? 1 : 0;
        }

        return reminded;
    }
}
