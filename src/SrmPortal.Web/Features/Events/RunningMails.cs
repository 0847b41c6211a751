using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Events;

/// <summary>What everybody who was invited is told of a running round.</summary>
public abstract class RunningMail<TAnnouncement>(PortalDbContext db, People people) : MailOf<TAnnouncement> where TAnnouncement : Announcement
{
    protected PortalDbContext Db => db;

    protected override async Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion) => await people.Of(
        await db.Rounds.Named(told.Subject).SelectMany(r => r.Invitations).Select(i => i.SupplierId).ToListAsync(), InvitationLetter.Readers);

    /// <summary>The round as the recipient sees it now; null where there is nothing to tell any more.</summary>
    protected async Task<EventCard?> Card(TAnnouncement told, Recipient recipient) => EventNumber.Find(told.Subject) is var (number, no)
        && await EventCard.Read(db, recipient.Scope, number, no ?? 0) is { StoredState: RoundState.Published } card ? card : null;
}

/// <summary>There is more time.</summary>
public sealed class ExtendedMail(PortalDbContext db, People people, DeadlineInCalendar calendar, IStringLocalizer<Texts> texts) : RunningMail<RoundExtended>(db, people)
{
    protected override async Task<Letter?> Write(RoundExtended told, Recipient recipient, MailLinks links)
    {
        if (await Card(told, recipient) is not { } card)
        {
            return null;
        }

        var reason = await Db.RoundChanges.AsNoTracking().Where(c => c.RoundId == card.Id && c.Deadline.To == told.To).Select(c => c.Reason).FirstOrDefaultAsync();
        var deadline = Shown.Deadline(told.To, card.TimeZone);
        return new Letter(texts["Extended: {0} {1}, new deadline {2}", card.Name, card.Title, deadline], card.Title)
        {
            About = (texts["The deadline is extended"], card.Name),
            Paragraphs = [texts["Offers are accepted longer. What you have saved or submitted stays as it is."]],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, Shown.ForReader(told.To, card.TimeZone, recipient.TimeZone)),
            Facts = [new Fact(texts["Until now"], Shown.Deadline(told.From, card.TimeZone)), new Fact(texts["Reason"], reason ?? Shown.None), new Fact(texts["Place"], card.Site.Shown)],
            Button = new LetterButton(texts["Open the event"], links.To(card.Path)),
            ReplyTo = card.Buyer is { } buyer ? new ReplyTo(buyer.FullName, buyer.Email) : null,
            Thread = card.Name,
            ListText = texts["{0} · deadline {1}", card.Name, deadline],
            Path = card.Path,
            Attachments = [await calendar.Attached(card, recipient)],
        };
    }
}

/// <summary>A question and its answer, for everybody.</summary>
public sealed class ClarificationPublishedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : RunningMail<ClarificationPublished>(db, people)
{
    protected override async Task<Letter?> Write(ClarificationPublished told, Recipient recipient, MailLinks links) =>
        await Card(told, recipient) is not { } card ? null
        : await ClarificationLetter.Write(Db, recipient.Scope, card, told.Clarification, texts, links);
}

/// <summary>The answer to the asker alone.</summary>
public sealed class ClarificationAnsweredMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<ClarificationAnswered>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(ClarificationAnswered told, Occasion occasion) => people.Of(told.SupplierId, InvitationLetter.Readers);

    protected override async Task<Letter?> Write(ClarificationAnswered told, Recipient recipient, MailLinks links) =>
        EventNumber.Find(told.Subject) is var (number, no) && await EventCard.Read(db, recipient.Scope, number, no ?? 0) is { } card
            ? await ClarificationLetter.Write(db, recipient.Scope, card, told.Clarification, texts, links) : null;
}

/// <summary>The team learns that somebody asks; not who.</summary>
public sealed class ClarificationAskedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<ClarificationAsked>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(ClarificationAsked told, Occasion occasion)
    {
        var run = await db.Rounds.Named(told.Subject)
            .Select(r => new { r.Event.BuyerId, Team = r.Event.Team.Select(m => m.AccountId).ToList() }).SingleOrDefaultAsync();
        return run is null ? [] : [.. new[] { run.BuyerId }.OfType<long>().Concat(run.Team).Select(Addressee.Person)];
    }

    protected override async Task<Letter?> Write(ClarificationAsked told, Recipient recipient, MailLinks links)
    {
        if (EventNumber.Find(told.Subject) is not var (number, no) || await EventCard.Read(db, recipient.Scope, number, no ?? 0) is not { StoredState: RoundState.Published } card)
        {
            return null;
        }

        var isQuestion = told.Kind is ClarificationKind.Explanation;
        var path = isQuestion ? $"{card.Path}/clarifications" : $"{card.Path}/extend";
        return new Letter(isQuestion ? texts["Question to {0}, {1}", card.Name, card.Title] : texts["More time is asked for: {0}, {1}", card.Name, card.Title], card.Title)
        {
            About = (isQuestion ? texts["A supplier asks"] : texts["A supplier asks for more time"], card.Name),
            Paragraphs = [isQuestion ? texts["Answer the asker alone, or everybody. Who asked, the portal tells nobody."] : texts["Extend the deadline, or say once for all that it stays. Who asked, the portal tells nobody."]],
            Facts = [new Fact(texts["Offers accepted until"], Shown.Deadline(card.Deadline, card.TimeZone))],
            Button = new LetterButton(texts["Look at it"], links.To(path)),
            Thread = card.Name,
            ListText = card.Name,
            Path = path,
        };
    }
}

internal static class RoundsByName
{
    /// <summary>The one that a message is about, <c>20067776/0</c>; found by the index of its number.</summary>
    public static IQueryable<Round> Named(this IQueryable<Round> rounds, string name)
    {
        var found = EventNumber.Find(name);
        var (number, no) = (found?.Number, found?.No);
        return rounds.Where(r => r.Number == number && r.No == no);
    }
}

internal static class ClarificationLetter
{
    public static async Task<Letter?> Write(PortalDbContext db, Scope reader, EventCard card, long id, IStringLocalizer<Texts> texts, MailLinks links)
    {
        if (await ClarificationRow.Find(db, reader, id) is not { Answer: { } answer } row)
        {
            return null;
        }

        var path = $"{card.Path}/clarifications";
        return new Letter(texts["Clarification: {0}, {1}", card.Name, card.Title], card.Title)
        {
            About = (row.IsForEverybody ? texts["Clarification for everybody"] : texts["Answer to your question"], card.Name),
            Facts =
            [
                new Fact(texts["Question"], row.Text ?? texts["A supplier asked for more time."].Value),
                new Fact(texts["Answer"], answer) { Tone = FactTone.Strong },
                new Fact(texts["Offers accepted until"], Shown.Deadline(card.Deadline, card.TimeZone)),
            ],
            Button = new LetterButton(texts["Open the clarifications"], links.To(path)),
            ReplyTo = card.Buyer is { } buyer ? new ReplyTo(buyer.FullName, buyer.Email) : null,
            Thread = card.Name,
            ListText = card.Name,
            Path = path,
        };
    }
}
