using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What every invitation says: the event in short, until when, whom to ask, the way in.</summary>
public sealed class InvitationLetter(PortalDbContext db, IOptions<PortalSettings> portal, DeadlineInCalendar calendar, IStringLocalizer<Texts> texts)
{
    /// <summary>Who takes part in events and who looks on.</summary>
    public const CompanyRights Readers = CompanyRights.ContactPerson | CompanyRights.Viewer;

    /// <summary>Null: the event is not there for this person any more, or accepts nothing.</summary>
    public async Task<Letter?> Write(string subject, Recipient recipient, MailLinks links)
    {
        if (EventNumber.Find(subject) is not var (number, no) || recipient.Scope.SupplierId is not { } supplier
            || await EventCard.Read(db, recipient.Scope, number, no ?? 0) is not { StoredState: RoundState.Published } card)
        {
            return null;
        }

        var company = await db.Suppliers.Where(s => s.Id == supplier).Select(s => s.Name).SingleAsync();
        var deadline = Shown.Deadline(card.Deadline, card.TimeZone);
        return new Letter(texts["Invitation: {0} {1}, {2}, deadline {3}", EventWords.Kind(card.Kind), card.Name, card.Title, deadline], card.Title)
        {
            About = (texts["Invitation to take part"], card.Name),
            Paragraphs = [texts["“{0}” invites {1} to submit an offer.", portal.Value.GroupName, company]],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, Shown.ForReader(card.Deadline, card.TimeZone, recipient.TimeZone)),
            Facts = [.. Facts(card)],
            Button = new LetterButton(texts["Open the event"], links.To(card.Path)),
            Notes =
            [
                .. recipient.UserName is { } user ? new[] { texts["Sign in as {0}. We never ask for a password in a mail.", user].Value } : [],
                texts["A saved offer isn’t a submitted one: press “Review and submit” before the deadline. After it nothing is accepted."],
            ],
            Because = texts["You get this mail as a contact person of {0}.", company],
            ReplyTo = card.Buyer is { } buyer ? new ReplyTo(buyer.FullName, buyer.Email) : null,
            Thread = card.Name,
            ListText = texts["{0} · deadline {1}", card.Name, deadline],
            Path = card.Path,
            Attachments = [await calendar.Attached(card, recipient)],
        };
    }

    private IEnumerable<Fact> Facts(EventCard card)
    {
        yield return new Fact(texts["Kind"], EventWords.KindAndStage(card.Kind, card.No));
        yield return new Fact(texts["Place"], card.Site.Shown);
        yield return new Fact(texts["Contents"],
            string.Concat(Plural.Of(card.ItemCount, texts["{0} item|{0} items"]), card.RequiresAllItems ? "" : texts[", a part may be offered"].Value));
        yield return new Fact(texts["Currency, basis"], string.Join(" · ", new[] { string.Join(", ", card.Rates.Select(rate => rate.Code)), card.DesiredDelivery }.Where(text => text.Length > 0)));
        yield return new Fact(texts["Rounds"], EventWords.Rounds(card.No, card.AnnouncedRounds));
        if (card.No > 0)
        {
            yield return new Fact(texts["Prices"], EventWords.Prices(card.PricesOnlyFall, card.EarlierName));
            yield return new Fact(texts["Earlier offer"], EventWords.EarlierOffers(card.EarlierOffersStand, card.EarlierName));
        }

        yield return new Fact(texts["Questions"], texts["until {0}", Shown.Deadline(card.QuestionsUntil, card.TimeZone)]);
        if (card.Buyer is { } buyer)
        {
            yield return new Fact(texts["Buyer"], [buyer.FullName, .. buyer.Phone is { } phone ? new[] { phone } : []]) { MailTo = buyer.Email };
        }
    }
}

/// <summary>To everybody who is invited at publishing.</summary>
public sealed class InvitationMail(PortalDbContext db, People people, InvitationLetter letter) : MailOf<RoundPublished>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundPublished told, Occasion occasion) => await people.Of(
        await db.Invitations.Where(i => i.Round.Id == occasion.AggregateId).Select(i => i.SupplierId).ToListAsync(), InvitationLetter.Readers);

    protected override Task<Letter?> Write(RoundPublished told, Recipient recipient, MailLinks links) => letter.Write(told.Subject, recipient, links);
}

/// <summary>To a supplier that was invited after publishing: by the buyer, or because it was accredited for an open category.</summary>
public sealed class LaterInvitationMail(People people, InvitationLetter letter) : MailOf<SupplierInvited>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(SupplierInvited told, Occasion occasion) => people.Of(told.SupplierId, InvitationLetter.Readers);

    protected override Task<Letter?> Write(SupplierInvited told, Recipient recipient, MailLinks links) => letter.Write(told.Subject, recipient, links);
}

/// <summary>Once more, because the buyer wants it.</summary>
public sealed class RepeatedInvitationMail(People people, InvitationLetter letter) : MailOf<InvitationSentAgain>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(InvitationSentAgain told, Occasion occasion)
    {
        var all = await people.Of(told.SupplierId, InvitationLetter.Readers);
        return told.PersonId is { } person ? [.. all.Where(one => one.Id == person)] : all;
    }

    protected override Task<Letter?> Write(InvitationSentAgain told, Recipient recipient, MailLinks links) => letter.Write(told.Subject, recipient, links);
}
