using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Tells everybody who submitted the own outcome, and nothing of anybody else; prices and quantities stand on the portal's page.</summary>
public abstract class OutcomeMail<TAnnouncement>(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<TAnnouncement>
    where TAnnouncement : Announcement
{
    /// <summary>The suppliers whose offer was not withdrawn, opened or not.</summary>
    protected override async Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion) => await people.Of(
        await db.Offers.Where(o => o.Round.Id == occasion.AggregateId && (o.VersionNo > 0 || o.StandsFromId != null) && o.State != OfferState.Withdrawn)
            .OrderBy(o => o.Id).Select(o => o.SupplierId).ToListAsync());

    protected override async Task<Letter?> Write(TAnnouncement told, Recipient recipient, MailLinks links)
    {
        if (await RoundOfMail.Read(db, told.Subject) is not { } round)
        {
            return null;
        }

        var offer = await db.Offers.Where(o => o.Round.Id == round.Id).Select(o => new { o.State, o.OpenedIntact }).SingleOrDefaultAsync();
        if (offer is null)
        {
            return null;
        }

        var debrief = texts.Debrief(offer.OpenedIntact is true ? await db.OfferResults.AsNoTracking().SingleOrDefaultAsync(r => r.RoundId == round.Id) : null);
        var outcome = texts.Outcome(offer.State, offer.OpenedIntact);
        return new Letter(texts["Outcome: {0}, {1}", told.Subject, outcome], outcome)
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts.OutcomeSaid(offer.State, offer.OpenedIntact), .. debrief is null ? Array.Empty<string>() : [debrief]],
            Facts = [new Fact(texts["Event"], round.Title), new Fact(texts["Your offer"], outcome) { Tone = offer.State is OfferState.Accepted or OfferState.PartlyAccepted ? FactTone.Good : FactTone.Strong }],
            Button = new LetterButton(texts["See the outcome"], links.To($"{round.Path}/offer")),
            ReplyTo = round.ReplyTo,
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/offer",
            IsImportant = true,
        };
    }
}

/// <summary>An award was decided.</summary>
public sealed class AwardOutcomeMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : OutcomeMail<RoundAwarded>(db, people, texts);

/// <summary>Nothing was chosen.</summary>
public sealed class NoAwardMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : OutcomeMail<RoundNotAwarded>(db, people, texts);
