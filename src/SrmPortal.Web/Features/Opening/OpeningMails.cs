using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Opening;

/// <summary>The first of two has confirmed: those who may be the second are told.</summary>
public sealed class SecondOpenerMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<OpeningConfirmed>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(OpeningConfirmed told, Occasion occasion)
    {
        return told.Suffices || await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == occasion.AggregateId) is not { } round ? []
            : [.. round.Openers.Where(person => person != told.PersonId).Select(Addressee.Person)];
    }

    protected override async Task<Letter?> Write(OpeningConfirmed told, Recipient recipient, MailLinks links) =>
        await RoundOfMail.Read(db, told.Subject) is not { } round ? null
        : new Letter(texts["Confirm the opening: {0}", told.Subject], texts["Your confirmation is needed"])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["The first person has confirmed the opening. Another one has to confirm within 24 hours, or it begins anew."]],
            Facts = [new Fact(texts["Event"], round.Title)],
            Button = new LetterButton(texts["To the opening"], links.To($"{round.Path}/opening")),
            ReplyTo = round.ReplyTo,
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/opening",
            IsImportant = true,
        };
}

/// <summary>Tells the responsible buyer what became of an opening that he or she did not make.</summary>
public abstract class OpenedMail<TAnnouncement>(PortalDbContext db) : MailOf<TAnnouncement> where TAnnouncement : Announcement
{
    protected PortalDbContext Db => db;

    protected override async Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion) =>
        await db.Rounds.Where(r => r.Id == occasion.AggregateId).Select(r => r.Event.BuyerId).SingleOrDefaultAsync() is { } buyer && buyer != occasion.PersonId
            ? [Addressee.Person(buyer)] : [];
}

/// <summary>The offers are open.</summary>
public sealed class RoundOpenedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : OpenedMail<RoundOpened>(db)
{
    protected override async Task<Letter?> Write(RoundOpened told, Recipient recipient, MailLinks links) =>
        await RoundOfMail.Read(Db, told.Subject) is not { } round ? null
        : new Letter(texts["Opened: {0}", told.Subject], texts["The offers are open"])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["The offers are open. Compare them and choose."]],
            Facts = [new Fact(texts["Event"], round.Title)],
            Button = new LetterButton(texts["Compare the offers"], links.To($"{round.Path}/comparison")),
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/comparison",
        };
}

/// <summary>There was nothing to open.</summary>
public sealed class FoundEmptyMail(PortalDbContext db, IStringLocalizer<Texts> texts) : OpenedMail<RoundFoundEmpty>(db)
{
    protected override async Task<Letter?> Write(RoundFoundEmpty told, Recipient recipient, MailLinks links) =>
        await RoundOfMail.Read(Db, told.Subject) is not { } round ? null
        : new Letter(texts["No offers: {0}", told.Subject], texts["Nothing to open"])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["There was no offer in force. End the event without an award, with a reason."]],
            Facts = [new Fact(texts["Event"], round.Title)],
            Button = new LetterButton(texts["To the opening"], links.To($"{round.Path}/opening")),
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/opening",
        };
}

/// <summary>The alarm: buyers of the event, auditors and administrators learn that a seal was broken; whose, only those who read offers.</summary>
public sealed class SealBrokenMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SealFoundBroken>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(SealFoundBroken told, Occasion occasion)
    {
        var buyer = await db.Offers.Where(o => o.Id == occasion.AggregateId).Select(o => o.Round.Event.BuyerId).SingleOrDefaultAsync();
        return [.. new[] { buyer }.OfType<long>().Select(Addressee.Person)
            .Concat(await people.Staff(StaffRoles.Auditor)).Concat(await people.Staff(StaffRoles.Administrator)).DistinctBy(one => one.Key)];
    }

    protected override async Task<Letter?> Write(SealFoundBroken told, Recipient recipient, MailLinks links)
    {
        var round = await RoundOfMail.Read(db, told.Subject);
        var supplier = round is null || !await db.Offers.AnyAsync(o => o.Round.Id == round.Id && o.SupplierId == told.SupplierId) ? null
            : await db.Suppliers.Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        return new Letter(texts["Alarm, seal broken: {0}", told.Subject], texts["A seal was found broken"])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["What was stored does not match the supplier’s receipt. The offer was left out; the protocol names it. The others were opened."]],
            Facts = supplier is null ? [] : [new Fact(texts["Supplier"], supplier) { Tone = FactTone.Bad }],
            Button = round is null ? null : new LetterButton(texts["To the opening"], links.To($"{round.Path}/opening")),
            Thread = told.Subject.Split('/')[0],
            ListText = told.Subject,
            Path = round is null ? null : $"{round.Path}/opening",
            IsImportant = true,
        };
    }
}
