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
    public async Task<Letter?> Invite(string subject, Recipient recipient, MailLinks links)
    {
        if (await Asked(subject) is not { } round || !IsAccepting(round))
        {
            return null;
        }

        var deadline = Shown.Deadline(round.Deadline, round.TimeZone);
        return Of(round, subject, recipient, texts["Invitation: {0} {1}, {2}, deadline {3}", EventWords.Kind(round.Kind), subject, round.Title, deadline]) with
        {
            About = (texts["Invitation to register and take part"], subject),
            Paragraphs =
            [
                texts["“{0}” would like an offer of {1}.", portal.Value.GroupName, recipient.Name],
                texts["Your company is not registered on the supplier portal yet. Register it under its own tax number: when the accreditation is passed, the event opens to you by itself and you get a mail."],
            ],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, null),
            Button = new LetterButton(texts["Register the company"], links.To("/registration")),
            Notes = [texts["The accreditation takes some working days: begin soon. After the deadline nothing is accepted."]],
        };
    }

    /// <summary>The deadline that it was told is another now. Null: nothing is accepted any more.</summary>
    /// <param name="subject">The round's name.</param>
    /// <param name="until">The deadline that it was told before, in UTC.</param>
    /// <param name="recipient">One of those who were asked.</param>
    /// <param name="links">To the portal.</param>
    public async Task<Letter?> TellDeadline(string subject, DateTime until, Recipient recipient, MailLinks links)
    {
        if (await Asked(subject) is not { } round || !IsAccepting(round))
        {
            return null;
        }

        var deadline = Shown.Deadline(round.Deadline, round.TimeZone);
        var letter = Of(round, subject, recipient, texts["New deadline: {0} {1}, {2}, until {3}", EventWords.Kind(round.Kind), subject, round.Title, deadline]);
        return letter with
        {
            About = (texts["The deadline is another one now"], subject),
            Paragraphs =
            [
                texts["You were asked for an offer of {0}; the deadline has changed.", recipient.Name],
                texts["If you have sent your registration, there is nothing more to do: when the accreditation is passed, the event opens to you by itself and you get a mail."],
            ],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, null),
            Facts = [new Fact(texts["Deadline until now"], Shown.Deadline(until, round.TimeZone)), .. letter.Facts],
            Button = new LetterButton(texts["Register the company"], links.To("/registration")),
        };
    }

    /// <summary>No offer is wanted any more. Why was told to those who could see the event. Null: it was too late for an offer anyway.</summary>
    /// <param name="subject">The round's name.</param>
    /// <param name="at">When it was cancelled, in UTC.</param>
    /// <param name="recipient">One of those who were asked.</param>
    public async Task<Letter?> TellCancelled(string subject, DateTime at, Recipient recipient) => await Asked(subject) is not { State: RoundState.Cancelled } round || round.Deadline <= at ? null
        : Of(round, subject, recipient, texts["Cancelled: {0} {1}, {2}", EventWords.Kind(round.Kind), subject, round.Title]) with
        {
            About = (texts["The event is cancelled"], subject),
            Paragraphs =
            [
                texts["You were asked for an offer of {0}. The buyer has cancelled the event: nothing is accepted any more.", recipient.Name],
                texts["A registration that you have begun goes on, and other events can be open to you."],
            ],
            IsImportant = true,
        };

    private bool IsAccepting(AskedRound round) => round.State is RoundState.Published && round.Deadline > clock.GetUtcNow().UtcDateTime;

    private async Task<AskedRound?> Asked(string subject) => EventNumber.Find(subject) is not var (number, no) ? null
        : await db.Rounds.IgnoreQueryFilters(OfRound).AsNoTracking().Where(r => r.Event.Number == number && r.No == no && (r.State == RoundState.Published || r.State == RoundState.Cancelled))
            .Select(r => new AskedRound(r.State, r.Kind, r.Title, r.Deadline, r.TimeZone,
                db.Accounts.IgnoreQueryFilters(OfBuyer).Where(a => a.Id == r.Event.BuyerId).Select(a => new AskingBuyer(a.FullName, a.Phone, a.Email)).FirstOrDefault()))
            .SingleOrDefaultAsync();

    /// <summary>What each of these letters has.</summary>
    private Letter Of(AskedRound round, string subject, Recipient recipient, string line) => new(line, round.Title)
    {
        Facts =
        [
            new Fact(texts["Kind"], EventWords.Kind(round.Kind)),
            .. round.Buyer is { } buyer ? new[] { new Fact(texts["Buyer"], [buyer.Name, .. buyer.Phone is { } phone ? new[] { phone } : []]) { MailTo = buyer.Email } } : [],
        ],
        Because = texts["You get this mail because a buyer has named this address for {0}.", recipient.Name],
        ReplyTo = round.Buyer is { } named ? new ReplyTo(named.Name, named.Email) : null,
        Thread = subject,
    };

    private sealed record AskedRound(RoundState State, EventKind Kind, string Title, DateTime Deadline, string TimeZone, AskingBuyer? Buyer);

    private sealed record AskingBuyer(string Name, string? Phone, string Email);
}

/// <summary>To all of them at publishing.</summary>
public sealed class OutsiderMail(PortalDbContext db, OutsiderLetter letter) : MailOf<RoundPublished>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundPublished told, Occasion occasion) =>
        [.. (await db.OutsideInvitations.Where(o => o.RoundId == occasion.AggregateId && o.JoinedAt == null && o.WithPublishing).Select(o => o.Id).ToListAsync()).Select(id => new Addressee(OutsiderFinder.OutsiderKind, id))];

    protected override Task<Letter?> Write(RoundPublished told, Recipient recipient, MailLinks links) => letter.Invite(told.Subject, recipient, links);
}

/// <summary>To one that was named while offers are accepted.</summary>
public sealed class LaterOutsiderMail(OutsiderLetter letter) : MailOf<OutsiderAsked>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(OutsiderAsked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([new Addressee(OutsiderFinder.OutsiderKind, occasion.AggregateId!.Value)]);

    protected override Task<Letter?> Write(OutsiderAsked told, Recipient recipient, MailLinks links) => letter.Invite(told.Subject, recipient, links);
}

/// <summary>There is more time: for companies too that were asked and aren't registered yet.</summary>
public sealed class OutsiderExtendedMail(OutsidersAsked asked, OutsiderLetter letter) : MailOf<RoundExtended>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(RoundExtended told, Occasion occasion) => asked.To(told.Subject);

    protected override Task<Letter?> Write(RoundExtended told, Recipient recipient, MailLinks links) => letter.TellDeadline(told.Subject, told.From, recipient, links);
}

/// <summary>What is asked for they can't see; that an amendment has moved the deadline they are told.</summary>
public sealed class OutsiderAmendedMail(OutsidersAsked asked, OutsiderLetter letter) : MailOf<RoundAmended>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundAmended told, Occasion occasion) => told.Deadline is null ? [] : await asked.To(told.Subject);

    protected override async Task<Letter?> Write(RoundAmended told, Recipient recipient, MailLinks links) =>
        told.Deadline is { } moved ? await letter.TellDeadline(told.Subject, moved.From, recipient, links) : null;
}

/// <summary>Nobody registers in vain for an event that is cancelled.</summary>
public sealed class OutsiderCancelledMail(OutsidersAsked asked, OutsiderLetter letter) : MailOf<RoundCancelled>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(RoundCancelled told, Occasion occasion) =>
        told.From is RoundState.PendingApproval ? Task.FromResult<IReadOnlyList<Addressee>>([]) : asked.To(told.Subject);

    protected override Task<Letter?> Write(RoundCancelled told, Recipient recipient, MailLinks links) => letter.TellCancelled(told.Subject, told.At, recipient);
}

/// <summary>Companies that were asked to a round and have not joined it yet; in the system's scope.</summary>
public sealed class OutsidersAsked(PortalDbContext db)
{
    /// <param name="subject">The round's name.</param>
    public async Task<IReadOnlyList<Addressee>> To(string subject) =>
        [.. (await db.Rounds.Named(subject).SelectMany(r => db.OutsideInvitations.Where(o => o.RoundId == r.Id && o.JoinedAt == null)).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync())
            .Select(id => new Addressee(OutsiderFinder.OutsiderKind, id))];
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
