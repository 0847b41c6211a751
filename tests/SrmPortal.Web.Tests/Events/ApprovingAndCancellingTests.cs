using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.EventAddress;

namespace SrmPortal.Web.Tests.Events;

/// <summary>A round that needs somebody else to go out, and one that is called off.</summary>
public sealed class ApprovingAndCancellingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Above_the_threshold_an_approver_publishes_and_the_author_can_not(string database)
    {
        await using var portal = await Portal.With(database);
        var number = await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Portal.AddStaff(db, 5, StaffRoles.Approver);
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { EstimatedValue = 50_000_000, Deadline = Given.Deadline.AddDays(9) }, new RoundItem("0001", "Pipe", 1, "t"));
            draft.ChooseSuppliers([7]);
            db.Add(draft);
            await db.SaveChangesAsync();
            return draft.Event.Number;
        });
        var (buyer, approver) = (portal.SignedIn("buyer"), portal.SignedIn("staff:5"));
        var last = await buyer.Page($"/events/{number}/0/draft/publish");
        Assert.Contains("an approver publishes", last.Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(last, "Send for approval", ("ApproverId", "5"));
        Assert.True((await buyer.Page((await buyer.Page($"/events/{number}/0/draft")).QuerySelector("aside a[href$='/cancel']")!.GetAttribute("href")!)).HasButton("Cancel the event"));
        await portal.DeliverMail();
        Assert.Contains($"/approvals/{number}/0/publishing", portal.LinkMailedTo("staff5@group.example"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await buyer.GetAsync($"/approvals/{number}/0/publishing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync($"/events/{number}/0")).StatusCode);

        Assert.Contains(number, (await approver.Page("/approvals")).Text(), StringComparison.Ordinal);
        Assert.Contains(number, (await approver.Page("/")).Text(), StringComparison.Ordinal);
        var decision = await approver.Page($"/approvals/{number}/0/publishing");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.Press(decision, "Give back to the author", ("Comment", ""))).StatusCode);
        await approver.PressAndFollow(decision, "Give back to the author", ("Comment", "Name a second opener"));
        Assert.Contains("Name a second opener", (await buyer.Page($"/events/{number}/0/draft")).Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(await buyer.Page($"/events/{number}/0/draft/publish"), "Send for approval", ("ApproverId", "5"));
        await approver.PressAndFollow(await approver.Page($"/approvals/{number}/0/publishing"), "Approve and publish");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.Press(decision, "Approve and publish")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("supplier:7").GetAsync($"/events/{number}/0")).StatusCode);
        Assert.Contains("approved by Buyer 5; sent for approval by Buyer 1", (await buyer.Page($"/events/{number}/0/protocol")).Text(), StringComparison.Ordinal);
        Assert.Contains(", by Buyer 1", (await buyer.Page("/events/20067776/0/protocol")).Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cancelled_event_is_told_to_everybody_and_can_not_be_opened(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        var buyer = portal.SignedIn("buyer");
        await portal.DeliverMail();
        var before = portal.Mails.Count;

        await buyer.PressAndFollow(await buyer.Page($"{Event}/cancel"), "Cancel the event", ("Reason", "The repair is postponed"));
        await portal.DeliverMail();

        Assert.Equal(["person70@supplier7.example", "person80@supplier8.example"], portal.Mails.Skip(before).Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(portal.Mails.Skip(before), mail => Assert.Contains("The repair is postponed", mail.TextBody, StringComparison.Ordinal));
        var seen = await portal.SignedIn("supplier:7").Page(Event);
        Assert.Contains("The repair is postponed", seen.Text(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => portal.Open());
        Assert.Equal(RoundState.Cancelled, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.State).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_cancelling_and_an_opening_at_the_same_time_one_wins_and_the_other_is_refused(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.AddStaffMember(5, StaffRoles.Approver);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        var now = Given.Deadline + Given.Drain;
        await portal.As(Portal.Buyer, services => services.GetRequiredService<CancelRound>().Ask(portal.RoundId, 1, "No need", 5, now));

        var cancelling = portal.As(Scope.StaffOf(5, StaffRoles.Approver), services => services.GetRequiredService<CancelRound>().Approve(portal.RoundId, 5, now)).IsDone();
        var opening = portal.Open().IsDone();
        var (cancelled, opened) = (await cancelling, await opening);

        Assert.True(cancelled ^ opened, $"cancelled {cancelled}, opened {opened}");
        var (state, openedAt) = await portal.Seen(Scope.System, db => db.Rounds.Select(r => new ValueTuple<RoundState, DateTime?>(r.State, r.OpenedAt)).SingleAsync());
        Assert.Equal((cancelled ? RoundState.Cancelled : RoundState.Opened, opened), (state, openedAt is not null));
    }
}
