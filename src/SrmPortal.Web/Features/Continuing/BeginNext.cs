using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Continuing;

/// <summary>Begins the draft of the next round with what was chosen of this one.</summary>
public sealed class BeginNext(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<bool> Begin(EvaluationHead head, NextForm form) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == head.Id);
        RuleViolation.ThrowIf(await db.Rounds.AnyAsync(r => r.Event.Number == head.Number && r.No > head.No), NextRules.AlreadyBegun, $"{head.Number}/{head.No + 1}");
        var tookPart = await Evaluation.OffersOf(db, head.Id);
        db.Add(round.BeginNext(new NextRound(
            scope.Is.PersonId ?? 0, form.Kind, [.. tookPart.Where(offer => form.Suppliers.Contains(offer.Number)).Select(offer => offer.SupplierId)], form.Items)
        {
            TookPart = [.. tookPart.Select(offer => offer.SupplierId)],
            Deadline = form.Deadline(round.TimeZone),
            PricesOnlyFall = form.PricesOnlyFall,
            EarlierOffersStand = form.EarlierOffersStand,
        }));
        return true;
    });
}

/// <summary>Whoever decides on a further round may read what it rests on: the rounds before it.</summary>
internal static class RoundsBefore
{
    public static async Task ShowRoundsBefore(this PortalDbContext db, string number, int no, long approver)
    {
        foreach (var round in no == 0 ? [] : await db.Rounds.Include(r => r.Event).Where(r => r.Event.Number == number && r.No < no).ToListAsync())
        {
            round.BeShownTo(approver);
        }
    }
}
