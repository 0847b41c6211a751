using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Continuing;

/// <summary>The event goes on without them: to everybody whose offer was not withdrawn and who isn't invited to the next round. The others get their invitation.</summary>
public sealed class LeftOutMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<RoundSuperseded>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundSuperseded told, Occasion occasion)
    {
        var (number, no) = EventNumber.Find(told.Subject) ?? throw new InvalidOperationException($"{told.Subject} is no round.");
        return await people.Of(await db.Offers.Where(o => o.Round.Id == occasion.AggregateId && (o.VersionNo > 0 || o.StandsFromId != null) && o.State != OfferState.Withdrawn
                && !db.Invitations.Any(i => i.Round.Event.Number == number && i.Round.No == no + 1 && i.SupplierId == o.SupplierId))
            .OrderBy(o => o.Id).Select(o => o.SupplierId).ToListAsync());
    }

    protected override async Task<Letter?> Write(RoundSuperseded told, Recipient recipient, MailLinks links)
    {
        if (await RoundOfMail.Read(db, told.Subject) is not { } round)
        {
            return null;
        }

        return new Letter(texts["{0}, {1}: continued without your company", told.Subject, round.Title], round.Title)
        {
            About = (texts["The event goes on"], told.Subject),
            Paragraphs = [texts["The buyer goes on with a further round, to which your company isn’t invited. Your offer takes no further part. Thank you for it."]],
            Facts = [new Fact(texts["Event"], round.Title)],
            Button = new LetterButton(texts["See your offer"], links.To($"{round.Path}/offer")),
            ReplyTo = round.ReplyTo,
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/offer",
            IsImportant = true,
        };
    }
}
