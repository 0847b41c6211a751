using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Team;

/// <summary>The deputy learns for whom and from when to when.</summary>
public sealed class DeputyMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<DeputyNamed>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(DeputyNamed told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.DeputyId)]);

    protected override async Task<Letter?> Write(DeputyNamed told, Recipient recipient, MailLinks links)
    {
        // It may have been taken back since.
        if (!await db.Deputyships.AnyAsync(d => d.AbsentId == told.AbsentId && d.DeputyId == told.DeputyId && d.From == told.From && d.Until == told.Until))
        {
            return null;
        }

        var absent = await db.Accounts.Where(a => a.Id == told.AbsentId).Select(a => a.FullName).SingleOrDefaultAsync() ?? Shown.None;
        var days = $"{Shown.Date(told.From)} — {Shown.Date(told.Until.AddTicks(-1))}";
        return new Letter(texts["You stand in for {0}: {1}", absent, days], texts["You stand in for a colleague"])
        {
            Paragraphs = [texts["In these days you belong to the team of the events that your colleague runs. They are among your events."]],
            Facts = [new(texts["Colleague"], absent), new(texts["Days"], days)],
            Button = new LetterButton(texts["My events"], links.To("/events?mine=true")),
            ListText = texts["You stand in for {0}: {1}", absent, days],
            Path = "/absence",
        };
    }
}

/// <summary>Who has become responsible learns of which events.</summary>
public sealed class EventsHandedOverMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<EventsHandedOver>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(EventsHandedOver told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.ToId)]);

    protected override async Task<Letter?> Write(EventsHandedOver told, Recipient recipient, MailLinks links)
    {
        var before = await db.Accounts.Where(a => a.Id == told.FromId).Select(a => a.FullName).SingleOrDefaultAsync() ?? Shown.None;
        return new Letter(Plural.Of(told.Events.Count, texts["{0} event is handed over to you|{0} events are handed over to you"]), texts["You are the responsible buyer now"])
        {
            Paragraphs = [texts["Suppliers see your name, phone and address on the pages of these events."]],
            Facts = [new(texts["Until now"], before), new(texts["Events"], string.Join(", ", told.Events)), new(texts["Reason"], told.Reason)],
            Button = new LetterButton(texts["My events"], links.To("/events?mine=true")),
            ListText = Plural.Of(told.Events.Count, texts["{0} event is handed over to you|{0} events are handed over to you"]),
            Path = "/events?mine=true",
        };
    }
}
