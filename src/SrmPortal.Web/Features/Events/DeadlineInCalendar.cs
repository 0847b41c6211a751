using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>
/// The deadline of a round as an iCalendar file (RFC 5545), with alarms when the portal reminds too. It has one id for ever and a number
/// that grows with each extension, so that a calendar moves its entry instead of keeping two.
/// </summary>
internal static class DeadlineInCalendar
{
    /// <param name="card">A published round.</param>
    /// <param name="moves">How often it was changed since.</param>
    /// <param name="portal">The public address.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="texts">In the reader's language.</param>
    public static byte[] Of(EventCard card, int moves, Uri portal, DateTime now, IStringLocalizer<Texts> texts)
    {
        var (isCancelled, address) = (card.StoredState is RoundState.Cancelled, new Uri(portal, card.Path));
        var entry = new CalendarEvent
        {
            Uid = $"{card.Number}-{card.No}-deadline@{portal.Host}",
            DtStamp = new CalDateTime(now, CalDateTime.UtcTzId),
            Start = new CalDateTime(card.Deadline, CalDateTime.UtcTzId),
            End = new CalDateTime(card.Deadline, CalDateTime.UtcTzId),
            Sequence = moves + (isCancelled ? 1 : 0),
            Summary = texts["Offers accepted until: {0}, {1}", card.Name, card.Title],
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
}
