using Ical.Net;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SrmPortal.Data;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>What a mail program and a calendar make of the mails about one event.</summary>
public sealed class DeadlineMailsTests
{
    [Fact]
    public async Task A_calendar_takes_the_deadline_from_the_invitation_moves_it_with_an_extension_and_takes_it_off_when_the_event_is_cancelled()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, "ru")));
        await portal.DeliverMail();
        await portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>().Extend(portal.RoundId, Given.Deadline.AddHours(5), null, "Holidays", Given.InTime));
        await portal.DeliverMail();
        await portal.As(Portal.Buyer, services => services.GetRequiredService<CancelRound>().Cancel(portal.RoundId, Portal.BuyerId, "Not needed.", Given.InTime));
        await portal.DeliverMail();

        var mails = portal.MailsTo("person70@supplier7.example");
        var entries = mails.Select(Entry).ToArray();
        Assert.Equal(["PUBLISH", "PUBLISH", "CANCEL"], entries.Select(one => one.Calendar.Method));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], entries.Select(one => one.Event.Status));
        Assert.Equal([Given.Deadline, Given.Deadline.AddHours(5), Given.Deadline.AddHours(5)], entries.Select(one => one.Event.Start!.AsUtc));
        Assert.Equal([0, 1, 2], entries.Select(one => one.Event.Sequence));
        Assert.All(entries, one => Assert.Equal("UTC", one.Event.Start!.TzId));
        Assert.Contains("Приём предложений", entries[0].Event.Summary, StringComparison.Ordinal);
        Assert.Empty(entries[2].Event.Alarms);
        var uid = Assert.Single(entries.Select(one => one.Event.Uid).Distinct());

        var others = portal.MailsTo("person80@supplier8.example");
        Assert.NotEqual(uid, Entry(others[0]).Event.Uid);
        Assert.Contains("Offers accepted until", Entry(others[0]).Event.Summary, StringComparison.Ordinal);
        var downloaded = Calendar.Load(await portal.SignedIn("supplier:7").GetStringAsync("/events/20067776/0/deadline.ics"))!;
        Assert.Equal((uid, "CANCEL"), (downloaded.Events.Single().Uid, downloaded.Method));

        // One thread for each person, under a root of its own; each mail keeps its own id.
        var thread = Assert.Single(mails.Select(mail => mail.References.Single()).Distinct());
        Assert.All(mails, mail => Assert.Equal(thread, mail.InReplyTo));
        Assert.NotEqual(thread, others[0].References.Single());
        Assert.DoesNotContain("70@", thread, StringComparison.Ordinal);
        Assert.Equal(3, mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.All(mails, mail => Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]));
    }

    private static (Calendar Calendar, CalendarEvent Event) Entry(MimeMessage mail)
    {
        var part = (TextPart)mail.Attachments.Single();
        Assert.Equal("20067776-0.ics", part.FileName);
        var calendar = Calendar.Load(part.Text)!;
        Assert.Equal(calendar.Method, part.ContentType.Parameters["method"]);
        return (calendar, Assert.Single(calendar.Events));
    }
}
