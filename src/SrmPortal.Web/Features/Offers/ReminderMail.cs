using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Offers;

/// <summary>The deadline is near and the buyer would not get what is there: to everybody who sees the company's offers. It says nothing of what it holds.</summary>
public sealed class OfferReminderMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<OfferNotSubmitted>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OfferNotSubmitted told, Occasion occasion) => people.Of(told.SupplierId);

    protected override async Task<Letter?> Write(OfferNotSubmitted told, Recipient recipient, MailLinks links)
    {
        // It may have been submitted since.
        if (await OffersOf.Find(db, told.Subject, told.SupplierId) is not { AwaitsSubmission: true } offer)
        {
            return null;
        }

        var round = offer.Round;
        var path = $"/events/{told.Subject}/offer" + (offer.State is OfferState.NeedsConfirmation ? "/confirm" : "/review");
        return new Letter(texts["Not submitted yet: {0}, until {1}", told.Subject, Shown.Deadline(round.Deadline, round.TimeZone)], Heading(offer))
        {
            Topic = NoticeTopic.Reminder,
            IsImportant = true,
            Paragraphs = [Paragraph(offer), texts["Nothing is accepted after the deadline."]],
            Facts = [new(texts["Event"], $"{told.Subject}, {round.Title}")],
            Deadline = new LetterDeadline(texts["Offers accepted until"], Shown.Deadline(round.Deadline, round.TimeZone),
                Shown.ForReader(round.Deadline, round.TimeZone, recipient.TimeZone)),
            Button = new LetterButton(offer.State is OfferState.NeedsConfirmation ? texts["Look and confirm"] : texts["Review and submit"], links.To(path)),
            Thread = round.Event.Number,
            ListText = $"{told.Subject} · {round.Title}",
            Path = path,
        };
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
public sealed class TypedReminderMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<TypedNotSaved>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(TypedNotSaved told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Member(told.PersonId, told.SupplierId)]);

    protected override async Task<Letter?> Write(TypedNotSaved told, Recipient recipient, MailLinks links)
    {
        // It may have been submitted since, by a colleague too; or is no longer accepted.
        if (EventNumber.Find(told.Subject) is not var (number, no)
            || await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { State: RoundState.Published } round)
        {
            return null;
        }

        var path = $"/events/{told.Subject}/offer";
        return new Letter(texts["Not saved yet: {0}, until {1}", told.Subject, Shown.Deadline(round.Deadline, round.TimeZone)], texts["What you typed is neither saved nor submitted"])
        {
            Topic = NoticeTopic.Reminder,
            IsImportant = true,
            Paragraphs = [texts["You began to fill in an offer. It waits for you in its form, and nobody else sees it: save it, review it and submit it."], texts["Nothing is accepted after the deadline."]],
            Facts = [new(texts["Event"], $"{told.Subject}, {round.Title}")],
            Deadline = new LetterDeadline(texts["Offers accepted until"], Shown.Deadline(round.Deadline, round.TimeZone),
                Shown.ForReader(round.Deadline, round.TimeZone, recipient.TimeZone)),
            Button = new LetterButton(texts["Go on filling it in"], links.To(path)),
            Thread = round.Event.Number,
            ListText = $"{told.Subject} · {round.Title}",
            Path = path,
        };
    }
}
