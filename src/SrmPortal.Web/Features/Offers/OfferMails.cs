using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Offers;

/// <summary>The receipt, to everybody who sees the company's offers. It never says what was offered, how much, nor for how many lines.</summary>
public sealed class ReceiptMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<OfferSubmitted>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OfferSubmitted told, Occasion occasion) => people.Of(told.SupplierId);

    protected override async Task<Letter?> Write(OfferSubmitted told, Recipient recipient, MailLinks links)
    {
        var version = await db.OfferVersions.AsNoTracking().Include(v => v.Offer.Round.Event)
            .SingleOrDefaultAsync(v => v.RoundName == told.Subject && v.SupplierId == told.SupplierId && v.No == told.Version);
        if (version is null)
        {
            return null;
        }

        var round = version.Offer.Round;
        var supplier = await db.Suppliers.Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleAsync();
        var submitter = await db.Accounts.Where(a => a.Id == version.SubmitterId).Select(a => a.FullName).FirstOrDefaultAsync();
        var path = $"/events/{round.Name}/offer/versions/{version.No}";
        return new Letter(texts["Offer submitted: {0}, receipt {1}", round.Name, version.ReceiptNumber], texts["Offer submitted"])
        {
            About = (texts["Receipt"], version.ReceiptNumber),
            Paragraphs = [texts["The portal has received version {0} of the offer of {1} and sealed it until the opening.", version.No, supplier]],
            Facts =
            [
                new(texts["Event"], $"{round.Name}, {Events.EventWords.Kind(round.Kind)}"),
                new(texts["Received by the server"], Shown.ReceiptInstant(version.At, round.TimeZone)) { Tone = FactTone.Strong },
                new(texts["Deadline"], Shown.Deadline(round.Deadline, round.TimeZone)),
                .. submitter is null ? Array.Empty<Fact>() : [new Fact(texts["Submitted by"], submitter)],
            ],
            Button = new LetterButton(texts["Open the receipt"], links.To(path)),
            Notes = [texts["There are no prices and files in this mail: they are seen only after signing in. Download the receipt file from the portal, so that you can check it later. Until the deadline the offer can be changed or withdrawn."]],
            Thread = round.Event.Number,
            ListText = $"{round.Name} · {round.Title}",
            Path = path,
        };
    }
}

/// <summary>The offer was taken back: to everybody who sees the company's offers.</summary>
public sealed class WithdrawalMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<OfferWithdrawn>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OfferWithdrawn told, Occasion occasion) => people.Of(told.SupplierId);

    protected override async Task<Letter?> Write(OfferWithdrawn told, Recipient recipient, MailLinks links)
    {
        var offer = await OffersOf.Find(db, told.Subject, told.SupplierId);
        return offer is null ? null : new Letter(texts["Offer withdrawn: {0}", told.Subject], texts["Offer withdrawn"])
        {
            Paragraphs = [texts["Version {0} is out of force. Until the deadline you can submit again.", told.Version]],
            Facts =
            [
                new(texts["Event"], $"{told.Subject}, {offer.Round.Title}"),
                new(texts["Withdrawn at"], Shown.ReceiptInstant(told.At, offer.Round.TimeZone)) { Tone = FactTone.Strong },
                new(texts["Deadline"], Shown.Deadline(offer.Round.Deadline, offer.Round.TimeZone)),
            ],
            Button = new LetterButton(texts["Open the offer"], links.To($"/events/{told.Subject}/offer")),
            Thread = offer.Round.Event.Number,
            ListText = $"{told.Subject} · {offer.Round.Title}",
            Path = $"/events/{told.Subject}/offer",
        };
    }
}

/// <summary>After a material amendment: the offer is not in force until somebody confirms it.</summary>
public sealed class NeedsConfirmationMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<OfferNeedsConfirmation>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OfferNeedsConfirmation told, Occasion occasion) => people.Of(told.SupplierId);

    protected override async Task<Letter?> Write(OfferNeedsConfirmation told, Recipient recipient, MailLinks links)
    {
        var offer = await OffersOf.Find(db, told.Subject, told.SupplierId);
        return offer is not { State: OfferState.NeedsConfirmation } ? null : new Letter(texts["Confirm your offer: {0}", told.Subject], texts["Your offer is not in force: it needs confirmation"])
        {
            IsImportant = true,
            Paragraphs = [texts["The buyer has changed the event: amendment {0}.", told.Amendment], texts["The offer will not be opened unless you confirm it or submit it anew."]],
            Facts = [new(texts["Event"], $"{told.Subject}, {offer.Round.Title}")],
            Deadline = new LetterDeadline(texts["Offers accepted until"], Shown.Deadline(offer.Round.Deadline, offer.Round.TimeZone),
                Shown.ForReader(offer.Round.Deadline, offer.Round.TimeZone, recipient.TimeZone)),
            Button = new LetterButton(texts["Look and confirm"], links.To($"/events/{told.Subject}/offer/confirm")),
            Thread = offer.Round.Event.Number,
            ListText = $"{told.Subject} · {offer.Round.Title}",
            Path = $"/events/{told.Subject}/offer/confirm",
        };
    }
}

internal static class OffersOf
{
    /// <summary>The supplier's offer to a round by its name, <c>20067776/0</c>.</summary>
    public static async Task<Offer?> Find(PortalDbContext db, string round, long supplierId)
    {
        var (number, no) = EventNumber.Find(round) ?? throw new InvalidOperationException($"{round} is no round.");
        return await db.Offers.AsNoTracking().Include(o => o.Round.Event)
            .SingleOrDefaultAsync(o => o.SupplierId == supplierId && o.Round.No == no && o.Round.Event.Number == number);
    }
}
