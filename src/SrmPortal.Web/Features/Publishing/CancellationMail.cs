using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>To everybody who was invited, with the reason as it was typed.</summary>
public sealed class CancellationMail(PortalDbContext db, People people, DeadlineInCalendar calendar, IStringLocalizer<Texts> texts) : MailOf<RoundCancelled>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundCancelled told, Occasion occasion) => await people.Of(
        await db.Invitations.Where(i => i.Round.Id == occasion.AggregateId).Select(i => i.SupplierId).ToListAsync(), InvitationLetter.Readers);

    protected override async Task<Letter?> Write(RoundCancelled told, Recipient recipient, MailLinks links)
    {
        if (EventNumber.Find(told.Subject) is not var (number, no) || await EventCard.Read(db, recipient.Scope, number, no ?? 0) is not { } card)
        {
            return null;
        }

        return new Letter(texts["Cancelled: {0} {1}, {2}", EventWords.Kind(card.Kind), card.Name, card.Title], card.Title)
        {
            About = (texts["The event is cancelled"], card.Name),
            Paragraphs = [texts["The buyer has cancelled the event. No offers are accepted; what was sealed is never opened."]],
            Facts = [new Fact(texts["Reason"], card.CancellationReason ?? Shown.None), new Fact(texts["Place"], card.Site.Shown)],
            Button = new LetterButton(texts["Open the event"], links.To(card.Path)),
            ReplyTo = card.Buyer is { } buyer ? new ReplyTo(buyer.FullName, buyer.Email) : null,
            Thread = card.Name,
            ListText = card.Name,
            Path = card.Path,
            IsImportant = true,
            Attachments = [await calendar.Attached(card, recipient)],
        };
    }
}
