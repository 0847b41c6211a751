using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What both reminders say around their own words: which event, until when, and the way there. Never what is in the offer.</summary>
internal static class ReminderLetter
{
    public static Letter Of(Round round, string subject, string heading, string paragraph, LetterButton button, string path, Recipient recipient, IStringLocalizer<Texts> texts) => new(subject, heading)
    {
        IsImportant = true,
        Paragraphs = [paragraph, texts["Nothing is accepted after the deadline."]],
        Facts = [new(texts["Event"], $"{round.Name}, {round.Title}")],
        Deadline = new LetterDeadline(texts["Offers accepted until"], Shown.Deadline(round.Deadline, round.TimeZone), Shown.ForReader(round.Deadline, round.TimeZone, recipient.TimeZone)),
        Button = button,
        Thread = round.Event.Number,
        ListText = $"{round.Name} · {round.Title}",
        Path = path,
    };
}

/// <summary>The deadline is near and the buyer would not get what is there: to everybody who sees the company's offers. It says nothing of what it holds.</summary>
public sealed class OfferReminderMail(PortalDbContext db, People people, TimeProvider clock, IStringLocalizer<Texts> texts) : MailOf<OfferNotSubmitted>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OfferNotSubmitted told, Occasion occasion) => people.Of(told.SupplierId);

    protected override async Task<Letter?> Write(OfferNotSubmitted told, Recipient recipient, MailLinks links)
    {
        // It may have been submitted since; or nothing is accepted any more.
        if (await OffersOf.Find(db, told.Subject, told.SupplierId) is not { AwaitsSubmission: true } offer || !offer.CanSaveAt(clock.GetUtcNow().UtcDateTime))
        {
            return null;
        }

        var round = offer.Round;
        var path = $"/events/{told.Subject}/offer" + (offer.State is OfferState.NeedsConfirmation ? "/confirm" : "/review");
        return ReminderLetter.Of(round, texts["Not submitted yet: {0}, until {1}", told.Subject, Shown.Deadline(round.Deadline, round.TimeZone)], Heading(offer), Paragraph(offer),
            new LetterButton(offer.State is OfferState.NeedsConfirmation ? texts["Look and confirm"] : texts["Review and submit"], links.To(path)), path, recipient, texts);
    }

    private string Heading(Offer offer) => offer.State switch
    {
        OfferState.NeedsConfirmation => texts["Your offer is not in force: it needs confirmation"],
        OfferState.Submitted => texts["There are changes that are not submitted"],
        _ => texts["Your offer is saved but not submitted"],
    };

    private string Paragraph(Offer offer) => offer.State switch
    {
        OfferState.NeedsConfirmation => texts["The offer will not be opened unless you confirm it or submit it anew."],
        OfferState.Submitted => texts["Version {0} stays in force until you submit the next one or withdraw it.", offer.VersionNo],
        _ => texts["The buyer won’t receive it until you review and submit it."],
    };
}

/// <summary>The same for what was typed and never saved: to the person who typed it.</summary>
public sealed class TypedReminderMail(PortalDbContext db, OfferVault vault, TimeProvider clock, IStringLocalizer<Texts> texts) : MailOf<TypedNotSaved>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(TypedNotSaved told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Member(told.PersonId, told.SupplierId)]);

    protected override async Task<Letter?> Write(TypedNotSaved told, Recipient recipient, MailLinks links)
    {
        // It may have been saved, submitted or thrown away since; or nothing is accepted any more.
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Id == told.RoundId) is not { } round
            || round.StateAt(now) is not RoundState.Published || await vault.ReadTyped(round, now) is null)
        {
            return null;
        }

        var path = $"/events/{told.Subject}/offer";
        return ReminderLetter.Of(round, texts["Not saved yet: {0}, until {1}", told.Subject, Shown.Deadline(round.Deadline, round.TimeZone)], texts["What you typed is neither saved nor submitted"],
            texts["You began to fill in an offer. It waits for you in its form, and nobody else sees it: save it, review it and submit it."],
            new LetterButton(texts["Go on filling it in"], links.To(path)), path, recipient, texts);
    }
}
