using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Mails;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Notifications;
using SrmPortal.Web.Tests.Accreditation;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>Notices as each person wants them: at once, once a day, in the portal only.</summary>
public sealed class DigestTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_may_wait_comes_once_a_day_at_the_persons_own_hour_from_one_of_two_instances_and_also_after_a_move(string provider)
    {
        await using var portal = await Running(provider);
        await Choose(portal, "supplier:7", NoticeWay.Digest);
        await Choose(portal, "supplier:8", NoticeWay.PortalOnly);
        await Zone(portal, "Asia/Yekaterinburg");
        await portal.ReadAllMails();

        // A minute to noon in Moscow, two hours later there: the next eight o'clock is tomorrow's, 03:00 in UTC.
        await Clarify(portal, "Which steel?");
        await Clarify(portal, "Which paint?");
        await portal.DeliverMail();
        Assert.Equal(["person90@supplier9.example", "person90@supplier9.example"], portal.Mails.Where(mail => mail.Subject!.StartsWith("Clarification: ", StringComparison.Ordinal)).Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.Equal(6, await portal.Seen(Scope.System, db => db.Notifications.CountAsync(n => n.Kind == "ClarificationPublished" && n.Topic == NoticeTopic.Clarification)));

        List<DateTime> digests = [];
        await Hours(portal, 20, digests);
        Assert.Equal([Given.InTime.Date.AddDays(1).AddHours(3)], digests);
        var mail = portal.MailsTo("person70@supplier7.example").Single();
        Assert.Equal("Digest: 2 notices, Supplier 7", mail.Subject);
        Assert.Contains($"{Portal.PublicUrl}/notifications/", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("How notices come", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Empty(portal.MailsTo("person80@supplier8.example"));

        // Half a day westwards: not a second one the same morning, and nothing is lost.
        await Zone(portal, "America/New_York");
        await Clarify(portal, "Which length?");
        await Hours(portal, 48, digests);
        Assert.Equal(Given.InTime.Date.AddDays(2).AddHours(13), digests[1]);
        Assert.Equal(2, digests.Count);

        // What was read in the portal is not told again.
        await Clarify(portal, "Which width?");
        await portal.DeliverMail();
        var person = portal.SignedIn("supplier:7");
        await person.PressAndFollow(await person.Page("/notifications"), "Mark all as read");
        await Hours(portal, 30, digests);
        Assert.Equal(2, digests.Count);

        // Nor what the person has no right to any more.
        await Clarify(portal, "Which colour?");
        await portal.DeliverMail();
        await portal.Seen(Scope.System, db => db.Invitations.Where(i => i.SupplierId == 7).ExecuteDeleteAsync());
        await Hours(portal, 30, digests);
        Assert.Equal(2, digests.Count);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.State == DeliveryState.AwaitsDigest || d.State == DeliveryState.Queued)));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Notifications.CountAsync(n => n.Kind == "Digest")));
    }

    [Fact]
    public async Task What_binds_is_shown_as_such_and_refused_when_it_is_sent_all_the_same()
    {
        await using var portal = await Running(Databases.Sqlite);
        var person = portal.SignedIn("supplier:7");
        var page = await person.Page("/profile/notices");
        Assert.Equal(["Clarification", "Result", "Document"], page.QuerySelectorAll("input[type=radio][checked]").Select(input => input.GetAttribute("name")![5..^1]));
        Assert.Null(page.QuerySelector("[name='Ways[Result]'][value=PortalOnly]"));
        Assert.Contains("A deadline begins to run with them.", page.Text(), StringComparison.Ordinal);

        var refused = await person.Send(page, "/profile/notices", ("Ways[Invitation]", "PortalOnly"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("These notices bind", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        var staff = (await portal.SignedIn($"staff:{Portal.BuyerId}").Page("/profile/notices")).Text();
        Assert.Contains("What waits for you", staff, StringComparison.Ordinal);
        Assert.DoesNotContain("Receipts of offers", staff, StringComparison.Ordinal);
    }

    private static Task<Portal> Running(string provider) => Portal.With(provider, null,
        new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(20) }, new RoundItem("0001", "Pipe", 1, "t")), 7, 8, 9);

    private static async Task Choose(Portal portal, string who, NoticeWay way)
    {
        var person = portal.SignedIn(who);
        await person.PressAndFollow(await person.Page("/profile/notices"), "Save", ("Ways[Clarification]", way.ToString()));
    }

    private static Task<int> Zone(Portal portal, string zone) =>
        portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set.SetProperty(a => a.TimeZone, zone)));

    private static async Task Clarify(Portal portal, string question)
    {
        await portal.As(Portal.Supplier(9), services => services.GetRequiredService<Clarify>().Ask(portal.RoundId, ClarificationKind.Explanation, question, portal.Now()));
        var asked = await portal.Seen(Scope.System, db => db.Clarifications.OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
        await portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>().Answer(portal.RoundId, asked, question, "As drawn.", portal.Now()));
    }

    /// <summary>Hour by hour, with two instances that look at the same moment; notes when a digest went out.</summary>
    private static async Task Hours(Portal portal, int hours, List<DateTime> digests)
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        portal.Clock.SetUtcNow(new DateTimeOffset(now.Date.AddHours(now.Hour)).AddHours(1));
        for (var hour = 0; hour < hours; hour++, portal.Clock.Advance(TimeSpan.FromHours(1)))
        {
            var before = portal.Mails.Count(mail => mail.Subject!.StartsWith("Digest", StringComparison.Ordinal));
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => portal.As(Scope.System, async services =>
            {
                await services.GetRequiredService<SendDigests>().DoWhatIsDue(portal.Now(), default);
                return true;
            }))));
            await portal.DeliverMail();
            digests.AddRange(Enumerable.Repeat(portal.Now(), portal.Mails.Count(mail => mail.Subject!.StartsWith("Digest", StringComparison.Ordinal)) - before));
        }
    }
}
