using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sealing;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Papers;
using SrmPortal.Web.Infrastructure.StartUp;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Practising;

/// <summary>
/// Gives a supplier its practice event: one at a time. It accepts offers at once, under a key of its own like every round. Where there is one
/// already, beginning anew destroys it with all that was entered.
/// </summary>
public sealed class StartPractice(
    PortalDbContext db, SealingKeys keys, TextsInForce texts, ForgetPractice forget, IFileStore store, CurrentScope scope, ClockWatch clock) : IDeed
{
    /// <param name="instead">The number of the one that the person saw and gives up; null: saw none. Of two presses the second finds the first one's.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>The number of the company's practice event.</returns>
    public async Task<string> Start(string? instead, DateTime now)
    {
        string[] files = [];
        var number = await db.InTransaction(async () =>
        {
            files = [];
            clock.RefuseIfWrong();
            var supplier = await Practising(now);
            if (await db.Events.AsNoTracking().Where(e => e.PracticeOfId == supplier).Select(e => new { e.Id, e.Number }).SingleOrDefaultAsync() is { } there)
            {
                if (there.Number != instead)
                {
                    return there.Number;
                }

                files = await Remove(there.Id, there.Number);
            }

            var site = await db.Sites.AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync() ?? throw new RuleViolation(new BrokenRule(PracticeRules.NoWorks));
            var round = Round.ForPractice(SourcingEvent.ForPractice(EventNumber.ForPractice(), site.Id, supplier), PracticeGoods.In(site.TimeZone, now),
                texts.Of(LegalTexts.Key(EventKind.RequestForPrices))?.Edition, now);
            db.Add(round);
            db.Add(keys.MakeFor(round));
            await db.SaveChangesAsync();
            await LayBeside(round, now);
            return round.Event.Number;
        });
        Array.ForEach(files, store.Delete);
        return number;
    }

    /// <summary>A document of the customer, as buyers lay beside what they ask for.</summary>
    private async Task LayBeside(Round round, DateTime now)
    {
        var bytes = PdfPaper.Write(PracticeGoods.Requirements(round), now);
        var written = await store.Write(FileArea.Files, new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        var file = new StoredFile(written!, PracticeGoods.NameOfRequirements, FileKind.Pdf, FileOwner.Event(round.Event.Id), now);
        db.Add(file);
        await db.SaveChangesAsync();
        db.Add(new RoundDocument { RoundId = round.Id, FileId = file.Id, Folder = DocumentFolder.Customer, Title = "", AddedById = scope.Is.PersonId!.Value, AddedAt = now });
    }

    private async Task<long> Practising(DateTime now)
    {
        RuleViolation.ThrowIf(!scope.Is.MaySubmit, PracticeRules.MayNot);
        var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == scope.Is.SupplierId);
        supplier.RefuseUnlessMayOfferAt(now);
        RuleViolation.ThrowIf(!supplier.CanBeInvitedAt(now), PracticeRules.NotAccredited);
        return supplier.Id;
    }

    // All of it goes, also what a person does not see: what a colleague has typed and not saved.
    private async Task<string[]> Remove(long id, string number)
    {
        db.Record(new PracticeRemoved(number));
        using var house = scope.As(Scope.System);
        return await forget.Remove(id);
    }
}
