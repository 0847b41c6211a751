using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Features.Offers;

/// <summary>
/// What two colleagues have changed in one working copy. The form holds everything merged; each clash is a choice between two values
/// of the form's own field, so that sending it is an ordinary save, built on the colleague's copy.
/// </summary>
public sealed record ConflictPage(OfferPage Offer, OfferMerge Merge)
{
    /// <summary>The colleague's copy that was compared with; a later one may be there by now, and clashes in its turn.</summary>
    public required int WorkingCopyNo { get; init; }

    /// <summary>As the form said: <see cref="OfferForm.LeavesTyped"/>.</summary>
    public bool LeavesTyped { get; init; }

    public required string? Colleague { get; init; }

    public required DateTime? SavedAt { get; init; }

    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <summary>The form's other fields.</summary>
    public required IReadOnlyList<(string Name, string Value)> Kept { get; init; }

    public OfferTotals Becomes => OfferTotals.Of(Merge.Merged, Offer.Round);

    public static async Task<ConflictPage?> Read(OfferReading services, string number, int no, SaveOutcome outcome, DateTime now)
    {
        if (await OfferPage.Read(services, number, no, now) is not { Offer: { } offer } page || outcome.Merge is not { } merge)
        {
            return null;
        }

        var theirs = await services.Vault.ReadOwn(offer, ContentKind.WorkingCopy, outcome.WorkingCopyNo);
        var mineFields = OfferFields.Of(merge.Merged, page.Round).ToList();
        var theirFields = OfferFields.Of(theirs!.Content, page.Round).ToDictionary(field => field.Name, field => field.Value);
        var clashes = merge.Clashes.ToDictionary(change => change.Field);
        return new ConflictPage(page, merge)
        {
            WorkingCopyNo = outcome.WorkingCopyNo,
            Colleague = await services.Db.Accounts.Where(a => a.Id == theirs.PersonId).Select(a => a.FullName).FirstOrDefaultAsync(),
            SavedAt = theirs.At,
            Clashes = [.. mineFields.Where(field => clashes.ContainsKey(field.Name))
                .Select(field => new Clash(clashes[field.Name], field.Value, theirFields.GetValueOrDefault(field.Name) ?? ""))],
            Kept = [.. mineFields.Where(field => !clashes.ContainsKey(field.Name))],
        };
    }

    /// <param name="Change">The field and its values.</param>
    /// <param name="MyText">Mine, as the form sends it.</param>
    /// <param name="TheirText">Theirs, as the form sends it.</param>
    public sealed record Clash(FieldChange Change, string MyText, string TheirText);
}
