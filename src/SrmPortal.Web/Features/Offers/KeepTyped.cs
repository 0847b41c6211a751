using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What became of something that the form sent by itself.</summary>
/// <param name="Why">Why it was not kept; null where it was.</param>
/// <param name="Totals">By the server, of what it understands of it.</param>
public sealed record KeptOutcome(BrokenRule? Why, OfferTotals? Totals);

/// <summary>
/// Keeps what is typed, sealed, while it is typed: neither a working copy nor a version comes of it, and no colleague sees it. What
/// arrives when it is of no use any more, after a submission above all, is refused without a word to anybody else.
/// </summary>
public sealed class KeepTyped(PortalDbContext db, OfferVault vault, CurrentScope scope) : IDeed
{
    /// <summary>Characters of all fields together: two thousand lines are a tenth of it.</summary>
    private const int Most = 4_000_000;

    /// <param name="roundId">A round that the supplier is invited to.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="form">The same, as far as it is understood; null where nobody waits for its sums.</param>
    /// <param name="instant">When the request had been read.</param>
    public Task<KeptOutcome> Keep(long roundId, TypedOffer typed, OfferForm? form, DateTime instant) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        var offer = await db.Offers.AsNoTracking().Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Id == roundId);
        var latest = offer is null or { WorkingCopyNo: 0 } ? null : await vault.ReadOwn(offer, ContentKind.WorkingCopy);
        if (await WhyNot(round, offer, latest?.PersonId == scope.Is.PersonId, typed, instant) is { } why)
        {
            return new KeptOutcome(why, null);
        }

        var earlier = await vault.ReadTyped(round, instant);
        await vault.SealTyped(round, earlier?.WorkingCopyNo == typed.WorkingCopyNo ? typed with { Fields = Joined(TypedFields.Shown(earlier, round), typed.Fields) } : typed);
        if (form is null)
        {
            return new KeptOutcome(null, null);
        }

        var categories = await db.VatCategories.ValidOn(instant);
        return new KeptOutcome(null, form.Totals(round, latest?.Content ?? OfferContent.Beginning(round, categories, await db.OfferBefore(round, scope.Is.SupplierId)), categories));
    });

    public Task Drop(long roundId) => vault.DropTyped(roundId);

    private async Task<BrokenRule?> WhyNot(Round round, Offer? offer, bool isOwn, TypedOffer typed, DateTime instant)
    {
        if (!scope.Is.MaySave)
        {
            return new(OfferRules.MayNotSave);
        }

        var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == scope.Is.SupplierId);
        return supplier.StateAt(instant) is SupplierState.Suspended ? new(SupplierRules.Suspended)
            : round.StateAt(instant) is RoundState.Closed ? new(RoundRules.DeadlinePassed, null, round.Deadline)
            : round.State is not RoundState.Published ? new(RoundRules.NotAccepting)
            : typed.Fields.Sum(field => field.Key.Length + field.Value.Length) > Most ? new(OfferRules.TooMuchTyped)
            : Offer.WhyTypedIsStale(offer, typed.WorkingCopyNo, typed.VersionNo, isOwn);
    }

    /// <summary>A page of lines says nothing of the others: what was typed there stays, in the language of this one.</summary>
    private static Dictionary<string, string> Joined(IEnumerable<(string Name, string Value)> earlier, IReadOnlyDictionary<string, string> now)
    {
        static string LineOf(string field) => field.StartsWith("Lines[", StringComparison.Ordinal) ? field[..(field.IndexOf(']', StringComparison.Ordinal) + 1)] : "";
        var lines = now.Keys.Select(LineOf).Append("").ToHashSet();
        return earlier.Where(field => !lines.Contains(LineOf(field.Name))).Concat(now.Select(field => (field.Key, field.Value))).ToDictionary();
    }
}
