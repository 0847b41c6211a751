using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What a company reads that is asked to register and to take part: what is bought in short, and until when. Nothing else of the event.</summary>
public sealed class OutsiderLetter(PortalDbContext db, IOptions<PortalSettings> portal, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Whoever isn't registered passes the walls with these few words alone.</summary>
    private static readonly string[] OfRound = [Walls.Round];

    /// <summary>Name, phone and address of the responsible buyer, as every invited supplier is shown them.</summary>
    private static readonly string[] OfBuyer = [Walls.Person];

    /// <summary>Null: nothing is accepted any more.</summary>
    public async Task<Letter?> Write(string subject, Recipient recipient, MailLinks links)
    {
        if (EventNumber.Find(subject) is not var (number, no))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var round = await db.Rounds.IgnoreQueryFilters(OfRound).AsNoTracking().Where(r => r.Event.Number == number && r.No == no && r.State == RoundState.Published && r.Deadline > now)
            .Select(r => new { r.Kind, r.Title, r.Deadline, r.TimeZone, Buyer = db.Accounts.IgnoreQueryFilters(OfBuyer).Where(a => a.Id == r.Event.BuyerId).Select(a => new { a.FullName, a.Phone, a.Email }).FirstOrDefault() })
            .SingleOrDefaultAsync();
        if (round is null)
        {
            return null;
        }

        var deadline = Shown.Deadline(round.Deadline, round.TimeZone);
        return new Letter(texts["Invitation: {0} {1}, {2}, deadline {3}", EventWords.Kind(round.Kind), subject, round.Title, deadline], round.Title)
        {
            About = (texts["Invitation to register and take part"], subject),
            Paragraphs =
            [
                texts["“{0}” would like an offer of {1}.", portal.Value.GroupName, recipient.Name],
                texts["Your company is not registered on the supplier portal yet. Register it under its own tax number: when the accreditation is passed, the event opens to you by itself and you get a mail."],
            ],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, null),
            Facts =
            [
                new Fact(texts["Kind"], EventWords.Kind(round.Kind)),
                .. round.Buyer is { } buyer ? new[] { new Fact(texts["Buyer"], [buyer.FullName, .. buyer.Phone is { } phone ? new[] { phone } : []]) { MailTo = buyer.Email } } : [],
            ],
            Button = new LetterButton(texts["Register the company"], links.To("/registration")),
            Notes = [texts["The accreditation takes some working days: begin soon. After the deadline nothing is accepted."]],
            Because = texts["You get this mail because a buyer has named this address for {0}.", recipient.Name],
            ReplyTo = round.Buyer is { } named ? new ReplyTo(named.FullName, named.Email) : null,
            Thread = subject,
        };
    }
}

/// <summary>To all of them at publishing.</summary>
public sealed class OutsiderMail(PortalDbContext db, OutsiderLetter letter) : MailOf<RoundPublished>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundPublished told, Occasion occasion) =>
        [.. (await db.OutsideInvitations.Where(o => o.RoundId == occasion.AggregateId && o.JoinedAt == null && o.WithPublishing).Select(o => o.Id).ToListAsync()).Select(id => new Addressee(OutsiderFinder.OutsiderKind, id))];

    protected override Task<Letter?> Write(RoundPublished told, Recipient recipient, MailLinks links) => letter.Write(told.Subject, recipient, links);
}

/// <summary>To one that was named while offers are accepted.</summary>
public sealed class LaterOutsiderMail(OutsiderLetter letter) : MailOf<OutsiderAsked>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OutsiderAsked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([new Addressee(OutsiderFinder.OutsiderKind, occasion.AggregateId!.Value)]);

    protected override Task<Letter?> Write(OutsiderAsked told, Recipient recipient, MailLinks links) => letter.Write(told.Subject, recipient, links);
}

/// <summary>Companies that aren't registered, at the address that a buyer has named.</summary>
internal sealed class OutsiderFinder(PortalDbContext db) : IFindRecipient
{
    public const string OutsiderKind = "outsider";

    public string Kind => OutsiderKind;

    public async Task<Recipient?> Find(long id, long? supplierId) =>
        await db.OutsideInvitations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.JoinedAt == null) is { } asked
            ? new Recipient(asked.Name, asked.Email, asked.Country == Countries.Russia ? Language.Russian : "en", Scope.None) : null;
}
