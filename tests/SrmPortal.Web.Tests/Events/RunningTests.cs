using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Offers;
using static SrmPortal.Web.Tests.Events.EventAddress;

namespace SrmPortal.Web.Tests.Events;

/// <summary>While offers come in: suppliers ask, the buyer answers, and gives more time; nobody learns who asked.</summary>
public sealed class RunningTests
{
    private const string Asked = "Is 108×6 allowed? We at Supplier 7 make it.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_question_is_answered_to_everybody_without_a_word_of_who_asked(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.ReadAllMails();
        var (asker, other, buyer) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:8"), portal.SignedIn("buyer"));

        await asker.PressAndFollow(await asker.Page($"{Event}/clarifications"), "Ask", ("Text", Asked));
        await portal.DeliverMail();
        Assert.Equal(["staff1@group.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.DoesNotContain("Supplier 7", portal.Mails.Single().TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("108×6", (await other.Page($"{Event}/clarifications")).Text(), StringComparison.Ordinal);
        Assert.Contains("Suppliers wait for an answer", (await buyer.Page("/")).Text(), StringComparison.Ordinal);
        portal.ForgetMails();

        var answering = await buyer.Page((await buyer.Page($"{Event}/clarifications")).QuerySelector("main li.todo a.btn")!.GetAttribute("href")!);
        Assert.Contains(Asked, answering.Text(), StringComparison.Ordinal);
        Assert.Equal("true", answering.QuerySelector("[name=ToEverybody]:checked")!.GetAttribute("value"));
        await buyer.PressAndFollow(answering, "Send the answer", ("PublicText", "Is 108×6 allowed?"), ("Answer", "Yes, by GOST 8732."));
        await portal.DeliverMail();

        Assert.Equal(["person70@supplier7.example", "person80@supplier8.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(portal.Mails, mail => Assert.Contains("Yes, by GOST 8732.", mail.TextBody, StringComparison.Ordinal));
        Assert.DoesNotContain("We at Supplier 7", portal.MailsTo("person80@supplier8.example").Single().TextBody, StringComparison.Ordinal);
        foreach (var (path, words) in new[] { ("/clarifications", "Is 108×6 allowed?"), ("", "Yes, by GOST 8732."), ("/history", "Is 108×6 allowed?") })
        {
            var page = (await other.Page(Event + path)).Text();
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Supplier 7", page, StringComparison.Ordinal);
        }

        Assert.Contains("We at Supplier 7", (await asker.Page($"{Event}/clarifications")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_the_asker_alone_is_there_for_nobody_else()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.ReadAllMails();
        var (asker, other, buyer) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:8"), portal.SignedIn("buyer"));
        await asker.PressAndFollow(await asker.Page($"{Event}/clarifications"), "Ask", ("Text", Asked));
        await portal.ReadAllMails();

        var answering = await buyer.Page((await buyer.Page($"{Event}/clarifications")).QuerySelector("main li.todo a.btn")!.GetAttribute("href")!);
        await buyer.PressAndFollow(answering, "Send the answer", ("ToEverybody", "false"), ("Answer", "See page 3."));
        await portal.DeliverMail();

        Assert.Equal(["person70@supplier7.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.Contains("See page 3.", (await asker.Page($"{Event}/clarifications")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("See page 3.", (await other.Page($"{Event}/clarifications")).Text(), StringComparison.Ordinal);
        var again = await buyer.Press(answering, "Send the answer", ("Answer", "See page 4."));
        Assert.Contains("A colleague has answered it already", (await again.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{Event}/clarifications/1")).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_with_a_question_is_said_at_its_field_and_a_double_click_asks_once()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var asker = portal.SignedIn("supplier:7");
        var page = await asker.Page($"{Event}/clarifications");

        var empty = await asker.Press(page, "Ask", ("Text", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Write what you ask.", (await empty.Parsed()).QuerySelector("#Text-e")!.TextContent, StringComparison.Ordinal);
        var tooLong = await (await asker.Press(page, "Ask", ("Text", new string('я', 4001)))).Parsed();
        Assert.Contains("At most 4000 characters.", tooLong.QuerySelector("#Text-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4001, tooLong.QuerySelector("#Text")!.TextContent.Trim().Length);

        await Task.WhenAll(asker.Press(page, "Ask", ("Text", Asked)), asker.Press(page, "Ask", ("Text", Asked)));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Clarifications.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task More_time_is_given_to_all_alike_and_answers_everybody_who_asked(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.ReadAllMails();
        var (asker, other, buyer) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:8"), portal.SignedIn("buyer"));
        foreach (var one in new[] { asker, other })
        {
            await one.PressAndFollow(await one.Page($"{Event}/clarifications"), "Ask", ("Kind", "MoreTime"), ("Text", "The works answers on Monday"));
        }

        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.ReadAllMails();
        var page = await buyer.Page($"{Event}/extend");
        Assert.Contains("2 requests for more time", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Supplier", page.QuerySelector("#ws")!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);

        var same = await buyer.Press(page, "Extend the deadline", ("Reason", "Holidays"));
        Assert.Contains("Give a later one", (await same.Parsed()).QuerySelector("#DeadlineDate-e")!.TextContent, StringComparison.Ordinal);
        await buyer.PressAndFollow(page, "Extend the deadline", ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:30"), ("Reason", "Holidays"));
        await portal.DeliverMail();

        var deadline = new DateTime(2026, 12, 3, 12, 30, 0, DateTimeKind.Utc);
        Assert.Equal(deadline, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.Deadline).SingleAsync()));
        Assert.Equal(["person70@supplier7.example", "person80@supplier8.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(portal.Mails, mail => Assert.Contains("Holidays", mail.TextBody, StringComparison.Ordinal));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Clarifications.CountAsync(c => c.Answer == null)));
        Assert.Contains("3\u00A0Dec\u00A02026 15:30", (await asker.Page($"{Event}/history")).Text(), StringComparison.Ordinal);

        // What is submitted stands; what comes after the old deadline is taken.
        Assert.Equal(OfferState.Submitted, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
        await portal.As(Portal.Supplier(8), services => services.GetRequiredService<SaveOffer>()
            .Save(portal.RoundId, Given.Prices(90), 0, Given.Deadline.AddHours(1)));
        await Assert.ThrowsAsync<RuleViolation>(() => portal.Open());
    }

    [Fact]
    public async Task That_the_deadline_stays_is_said_once_to_all()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8, 9);
        await portal.ReadAllMails();
        var buyer = portal.SignedIn("buyer");
        foreach (var supplier in new[] { 7, 8 })
        {
            var one = portal.SignedIn($"supplier:{supplier}");
            await one.PressAndFollow(await one.Page($"{Event}/clarifications"), "Ask", ("Kind", "MoreTime"), ("Text", $"Reason of {supplier}"));
        }

        await portal.ReadAllMails();
        await buyer.PressAndFollow(await buyer.Page($"{Event}/extend"), "Answer: the deadline stays", ("Answer", "The furnace waits for nobody"));
        await portal.DeliverMail();

        Assert.Equal(3, portal.Mails.Count);
        foreach (var (supplier, words) in new[] { (7, "Reason of 7"), (8, "Reason of 8"), (9, "A supplier asked for more time.") })
        {
            var page = await portal.SignedIn($"supplier:{supplier}").Page($"{Event}/clarifications");
            Assert.Equal(1, page.QuerySelectorAll("main li.todo").Length);
            Assert.Contains(words, page.Text(), StringComparison.Ordinal);
            Assert.Contains("The furnace waits for nobody", page.Text(), StringComparison.Ordinal);
        }

        Assert.Equal(Given.Deadline, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.Deadline).SingleAsync()));
    }

    [Fact]
    public async Task A_colleague_who_is_not_of_the_team_and_a_viewer_of_a_company_do_nothing_here()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 2, StaffRoles.Buyer);
            return true;
        });
        var stranger = portal.SignedIn("staff:2");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Event}/extend")).StatusCode);
        Assert.DoesNotContain("Extend the deadline", (await stranger.Page(Event)).Text(), StringComparison.Ordinal);
        Assert.Equal(RoundRules.NotInTeam, (await Refused(portal.As(Scope.StaffOf(2, StaffRoles.Buyer),
            services => services.GetRequiredService<Clarify>().Extend(portal.RoundId, Given.Deadline.AddDays(1), null, "Why", Given.InTime)))).Code);
        Assert.Equal(ClarificationRules.MayNotAsk, (await Refused(portal.As(Scope.Supplier(80, 8, CompanyRights.Viewer),
            services => services.GetRequiredService<Clarify>().Ask(portal.RoundId, ClarificationKind.Explanation, "Why?", Given.InTime)))).Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_is_invited_while_offers_come_in_by_the_rules_of_the_draft(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, new MembershipRights(true, false, false, true));
            await Portal.AddSupplier(db, 9, new MembershipRights(true, false, false, true));
            var suspended = await db.Suppliers.SingleAsync(s => s.Id == 9);
            suspended.Suspend("Late deliveries", null, Given.OnPublishing);
            await db.SaveChangesAsync();
            await Portal.AddStaff(db, 2, StaffRoles.Buyer);
            return true;
        });
        await portal.ReadAllMails();
        var buyer = portal.SignedIn("buyer");
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync(Event)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:2").GetAsync($"{Event}/suppliers/invite")).StatusCode);

        var page = await buyer.Page($"{Event}/suppliers/invite?q=Supplier");
        // One minute is left.
        Assert.Contains("Little time is left", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Suspended: can’t be invited", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("S00000007", page.Text(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main table button"));
        var refused = await buyer.Send(page, $"{Event}/suppliers/invite/S00000009");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await Task.WhenAll(buyer.Press(page, "Invite"), buyer.Press(page, "Invite"));
        await portal.DeliverMail();

        Assert.Equal(["person80@supplier8.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("supplier:8").GetAsync(Event)).StatusCode);
        Assert.Equal([7L, 8L], await portal.Seen(Scope.System, db => db.Invitations.Select(i => i.SupplierId).Order().ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.Send(page, $"{Event}/suppliers/invite/S99999999")).StatusCode);
        portal.Clock.SetUtcNow(Given.Deadline);
        var late = await buyer.Page($"{Event}/suppliers/invite");
        Assert.Contains("this can’t be done now", late.Text(), StringComparison.Ordinal);
        Assert.Empty(late.QuerySelectorAll("main table, main [role=search]"));
        Assert.Equal(RoundRules.DeadlinePassed, (await Refused(portal.As(Portal.Buyer, services => services.GetRequiredService<InviteAlso>().Invite(portal.RoundId, "S00000008", Given.Deadline)))).Code);
    }

    [Fact]
    public async Task An_invitation_is_sent_again_to_one_addressee_alone()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            var colleague = new UserAccount("SRM000000701", "colleague@supplier7.example", "Colleague", "en");
            colleague.Activate();
            db.Add(new Membership(colleague, 7, new MembershipRights(true, false, false, false)));
            return await db.SaveChangesAsync();
        });
        await portal.ReadAllMails();
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page($"{Event}/suppliers");

        await buyer.PressAndFollow(page, "Send to this address again colleague@supplier7.example");
        await portal.DeliverMail();

        Assert.Equal(["colleague@supplier7.example"], portal.Mails.Select(mail => mail.To.Mailboxes.Single().Address));
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.Send(page, $"{Event}/suppliers/S00000007/again", ("to", "nobody@supplier8.example"))).StatusCode);
    }

    /// <summary>Both take the round's lock: whoever comes second sees what the first has done.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_an_extension_and_an_opening_at_the_same_time_one_wins(string database)
    {
        for (var time = 0; time < 3; time++)
        {
            await using var portal = await Portal.With(database);
            await portal.Save(7, 100);
            await portal.Submit(7, Given.InTime);
            // The extension was read in time, and is written while the opening is due: as late as the drain lets it be.
            var extending = portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>()
                .Extend(portal.RoundId, Given.Deadline.AddDays(1), null, "Why", Given.LastMillisecond)).IsDone();
            var opening = portal.Open().IsDone();

            var (extended, opened) = (await extending, await opening);
            Assert.True(extended ^ opened, $"extended {extended}, opened {opened}");
            Assert.Equal(opened, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.OpenedAt != null).SingleAsync()));
        }
    }

    private static async Task<BrokenRule> Refused(Task deed) => (await Assert.ThrowsAsync<RuleViolation>(() => deed)).Broken.Single();
}
