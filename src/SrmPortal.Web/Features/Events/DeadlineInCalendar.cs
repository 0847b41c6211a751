using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Events;

/// <summary>
/// The deadline of a round as an iCalendar file (RFC 5545), with alarms when the portal reminds too. For each person it has one id for
/// ever and a number that grows with each extension and amendment, so that a calendar moves its entry instead of keeping two, and takes
/// it off when the event is cancelled. It is published (RFC 5546), not a request: nobody answers it.
/// </summary>
public sealed class DeadlineInCalendar(PortalDbContext db, IOptions<PortalSettings> settings, IOptions<MailSettings> mail, TimeProvider clock, IStringLocalizer<Texts> texts) : IDeed
{
    /// <param name="card">A round that was published.</param>
    /// <param name="reader">Who gets it; the words are in the current language.</param>
    public async Task<byte[]> Of(EventCard card, Scope reader)
    {
        var moves = await db.Rounds.Where(r => r.Id == card.Id).Select(r => r.Changes.Count).SingleAsync();
        var portal = new Uri(settings.Value.PublicUrl);
        var (isCancelled, address, now) = (card.StoredState is RoundState.Cancelled, new Uri(portal, card.Path), clock.GetUtcNow().UtcDateTime);
        var entry = new CalendarEvent
        {
            Uid = $"{card.Number}-{card.No}-{OfPerson(card, reader)}@{portal.Host}",
            Organizer = new Organizer($"mailto:{mail.Value.From}") { CommonName = settings.Value.Title },
            DtStamp = new CalDateTime(now, CalDateTime.UtcTzId),
            Start = new CalDateTime(card.Deadline, CalDateTime.UtcTzId),
            End = new CalDateTime(card.Deadline, CalDateTime.UtcTzId),
            Sequence = moves + card.AmendmentNo + (isCancelled ? 1 : 0),
            Summary = card.IsPractice ? texts["Practice, offers accepted until: {0}, {1}", card.Name, card.Title] : texts["Offers accepted until: {0}, {1}", card.Name, card.Title],
            Description = texts["{0}. Nothing is accepted after the deadline: {1}. It may have been extended since; what counts stands in the portal: {2}",
                EventWords.Kind(card.Kind), Shown.Deadline(card.Deadline, card.TimeZone), address],
            Location = card.Site.Shown,
            Url = address,
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
        foreach (var before in isCancelled ? [] : new[] { Reminders.First, Reminders.Second })
        {
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(Duration.FromTimeSpanExact(-before)) });
        }

        var calendar = new Calendar { Method = isCancelled ? CalendarMethods.Cancel : CalendarMethods.Publish, ProductId = "-//SrmPortal//SrmPortal//EN" };
        calendar.Events.Add(entry);
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    /// <summary>For a mail that names the deadline.</summary>
    public async Task<LetterAttachment> Attached(EventCard card, Recipient recipient) => new(
        $"{card.Number}-{card.No}.ics", $"text/calendar; charset=utf-8; method={(card.StoredState is RoundState.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Publish)}",
        await Of(card, recipient.Scope));

    // The same for this person and round, and tells nobody who it is.
    private static string OfPerson(EventCard card, Scope reader) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"deadline:{card.Name}:{reader.PersonId}")))[..16];
}
