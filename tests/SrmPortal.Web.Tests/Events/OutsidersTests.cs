using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Whom the buyer can invite: by region and past participation; and companies that aren't registered yet.</summary>
public sealed class OutsidersTests
{
    private const string Draft = "/events/20069999/0", Running = "/events/20067776/0", Inn = "6659012344", Mail = "sales@newcomer.example";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_company_that_is_not_registered_is_asked_by_mail_and_invited_as_soon_as_it_is_accredited(string database)
    {
        await using var portal = await Stand(database);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await buyer.Page($"{Draft}/outsiders"), "Add to the list", ("Name", "ООО «Новичок»"), ("TaxNumber", "6659 012 344"), ("Email", Mail));
        Assert.Contains("1 company is asked to register", (await buyer.Page($"{Draft}/draft/suppliers")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo(Mail));

        // It is enough for publishing.
        await buyer.Press(await buyer.Page($"{Draft}/draft/publish"), "Publish and invite 0 suppliers");
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo(Mail));
        Assert.Contains("Трубы", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("/registration", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Handed over", (await buyer.Page($"{Draft}/outsiders")).Text(), StringComparison.Ordinal);
        Assert.Equal(0, await Invite(portal));

        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, new MembershipRights(true, false, false, true));
            var supplier = await db.Suppliers.SingleAsync(s => s.Id == 8);
            db.Entry(supplier).Property(s => s.TaxKey).CurrentValue = Inn;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(1, await Invite(portal));
        Assert.Equal(0, await Invite(portal));
        await portal.DeliverMail();
        Assert.Contains(Draft, Assert.Single(portal.MailsTo("person80@supplier8.example")).TextBody, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn("supplier:8").GetAsync(Draft)).StatusCode);
        Assert.Contains("Supplier 8", (await buyer.Page($"{Draft}/suppliers")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_a_supplier_is_chosen_as_one()
    {
        await using var portal = await Stand();
        var buyer = portal.SignedIn("buyer");
        const string known = "7707083893";
        await portal.Seen(Scope.System, db => db.Suppliers.Where(s => s.Id == 7).ExecuteUpdateAsync(set => set.SetProperty(s => s.TaxKey, known)));
        async Task Refused(string words, params (string, string)[] typed) =>
            Assert.Contains(words, (await (await buyer.Press(await buyer.Page($"{Draft}/outsiders"), "Add to the list", typed)).Parsed()).Text(), StringComparison.Ordinal);

        await Refused("Name the company", ("TaxNumber", Inn), ("Email", Mail));
        await Refused("check digit", ("Name", "X"), ("TaxNumber", "6659012341"), ("Email", Mail));
        await Refused("Enter an address like", ("Name", "X"), ("TaxNumber", Inn), ("Email", "nobody"));
        await Refused("is a supplier already", ("Name", "X"), ("TaxNumber", known), ("Email", Mail));
        await buyer.PressAndFollow(await buyer.Page($"{Draft}/outsiders"), "Add to the list", ("Name", "X"), ("TaxNumber", Inn), ("Email", Mail));
        await Refused("on the list already", ("Name", "X"), ("TaxNumber", Inn), ("Email", Mail));

        var taken = await buyer.PressAndFollow(await buyer.Page($"{Draft}/outsiders"), "Remove X");
        Assert.Empty(taken.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Draft}/outsiders")).StatusCode);
    }

    [Fact]
    public async Task While_offers_are_accepted_one_more_can_be_asked_and_after_the_deadline_none()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var page = await buyer.Page($"{Running}/outsiders");
        await buyer.PressAndFollow(page, "Add to the list", ("Name", "X"), ("TaxNumber", Inn), ("Email", Mail));
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo(Mail));

        portal.Clock.SetUtcNow(Given.Deadline);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(page, "Add to the list", ("Name", "Y"), ("TaxNumber", "7707083893"), ("Email", Mail))).StatusCode);
        Assert.False((await buyer.Page($"{Running}/outsiders")).HasButton("Add to the list"));
    }

    [Fact]
    public async Task A_mail_that_could_not_go_out_before_the_deadline_is_not_sent_after_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await buyer.Page($"{Running}/outsiders"), "Add to the list", ("Name", "X"), ("TaxNumber", Inn), ("Email", Mail));

        portal.Clock.SetUtcNow(Given.Deadline);
        await portal.DeliverMail();

        Assert.Empty(portal.MailsTo(Mail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_asked_is_told_of_a_later_deadline_and_of_the_end_until_it_is_invited_itself(string database)
    {
        await using var portal = await Portal.With(database);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await buyer.Page($"{Running}/outsiders"), "Add to the list", ("Name", "ООО «Новичок»"), ("TaxNumber", Inn), ("Email", Mail));
        await buyer.PressAndFollow(await buyer.Page($"{Running}/outsiders"), "Add to the list", ("Name", "Joined"), ("TaxNumber", "7707083893"), ("Email", "joined@newcomer.example"));
        await portal.DeliverMail();
        await portal.Seen(Scope.System, db => db.OutsideInvitations.Where(o => o.Name == "Joined").ExecuteUpdateAsync(set => set.SetProperty(o => o.JoinedAt, Given.OnPublishing)));
        await buyer.PressAndFollow(await buyer.Page($"{Running}/extend"), "Extend the deadline", ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:30"), ("Reason", "Only for those who are invited"));
        await portal.DeliverMail();

        var told = portal.MailsTo(Mail)[^1];
        Assert.StartsWith("Новый срок: ", told.Subject, StringComparison.Ordinal);
        Assert.Contains("03.12.2026 15:30", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("/registration", told.TextBody, StringComparison.Ordinal);

        await buyer.PressAndFollow(await buyer.Page($"{Running}/cancel"), "Cancel the event", ("Reason", "Only for those who are invited"));
        await portal.DeliverMail();
        told = portal.MailsTo(Mail)[^1];
        Assert.StartsWith("Отменена: ", told.Subject, StringComparison.Ordinal);
        Assert.Equal(3, portal.MailsTo(Mail).Count);
        Assert.All(portal.MailsTo(Mail), mail => Assert.DoesNotContain("Only for those", mail.TextBody, StringComparison.Ordinal));
        Assert.Single(portal.MailsTo("joined@newcomer.example"));
    }

    [Fact]
    public async Task Who_is_not_registered_hears_of_an_amendment_that_moves_the_deadline_and_of_no_cancellation_that_comes_before_or_after_the_time_for_offers()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await buyer.Page($"{Running}/outsiders"), "Add to the list", ("Name", "X"), ("TaxNumber", Inn), ("Email", Mail));
        await portal.DeliverMail();
        Task Told(RoundState state, Announcement announcement) => portal.Seen(Scope.System, async db =>
        {
            var round = await db.Rounds.SingleAsync(r => r.Id == portal.RoundId);
            db.Entry(round).Property(r => r.State).CurrentValue = state;
            db.Record(announcement);
            return await db.SaveChangesAsync();
        });

        await Told(RoundState.Published, new RoundAmended("20067776/0", 1, IsMaterial: true, new ChangedDeadline(Given.OnPublishing, Given.Deadline)));
        await Told(RoundState.Published, new RoundAmended("20067776/0", 1, IsMaterial: true, Deadline: null));
        await portal.DeliverMail();
        Assert.StartsWith("Новый срок: ", portal.MailsTo(Mail)[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(2, portal.MailsTo(Mail).Count);

        await Told(RoundState.Cancelled, new RoundCancelled("20067776/0", RoundState.PendingApproval, Given.InTime));
        await Told(RoundState.Cancelled, new RoundCancelled("20067776/0", RoundState.Published, Given.Deadline));
        await portal.DeliverMail();
        Assert.Equal(2, portal.MailsTo(Mail).Count);
    }

    [Fact]
    public async Task Of_a_company_that_applies_the_buyer_who_looks_for_it_learns_the_name_alone()
    {
        await using var portal = await Stand();
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(Applying("ООО «Идёт проверка»", isSent: true));
            db.Add(Applying("ООО «Идёт черновик»", isSent: false));
            return await db.SaveChangesAsync();
        });
        var buyer = portal.SignedIn("buyer");

        var found = await buyer.Page($"{Draft}/draft/suppliers?q=" + Uri.EscapeDataString("идет"));

        Assert.Contains("Not accredited yet, and can’t be invited: ООО «Идёт проверка».", found.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Идёт черновик", found.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(GivenRegistration.Applicant.Email, found.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Идёт проверка", (await buyer.Page($"{Draft}/draft/suppliers?q=" + Uri.EscapeDataString("ид"))).Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.Registrations.CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Draft}/draft/suppliers?q=idet")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Suppliers_are_found_by_region_and_by_what_they_did_before_and_chosen_all_at_once(string database)
    {
        await using var portal = await Stand(database);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddSupplier(db, 8, new MembershipRights(true, false, false, true));
            await Portal.AddSupplier(db, 9, new MembershipRights(true, false, false, true));
            (await db.Suppliers.SingleAsync(s => s.Id == 9)).Suspend("Debts", null, Given.OnPublishing);
            foreach (var (id, regions) in new[] { (7L, new[] { "RU-66", "RU-74" }), (8L, ["BY"]), (9L, ["RU-66"]) })
            {
                db.Entry(await db.Suppliers.SingleAsync(s => s.Id == id)).Property(s => s.Regions).CurrentValue = regions.ToList();
            }

            return await db.SaveChangesAsync();
        });
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Open();
        var buyer = portal.SignedIn("buyer");
        async Task Finds(string query, params string[] names) =>
            Assert.Equal(names, (await buyer.Page($"{Draft}/draft/suppliers{query}")).QuerySelectorAll("tbody th label").Select(label => label.TextContent));

        await Finds("?all=true", "Supplier 7", "Supplier 8", "Supplier 9");
        await Finds("?all=true&region=RU-66", "Supplier 7", "Supplier 9");
        await Finds("?all=true&region=BY", "Supplier 8");
        await Finds("?all=true&past=invited", "Supplier 7");
        await Finds("?all=true&past=offered", "Supplier 7");
        await Finds("?all=true&past=awarded");
        Assert.Contains("1 offer", (await buyer.Page($"{Draft}/draft/suppliers?all=true")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        // Who can't be invited stays out, with the reason.
        var page = await buyer.PressAndFollow(await buyer.Page($"{Draft}/draft/suppliers?all=true"), "Choose all who are shown and can be invited");
        Assert.Contains("Suspended: can’t be invited", page.Text(), StringComparison.Ordinal);
        Assert.Equal([7L, 8L], (await portal.Seen(Scope.System, db => db.Rounds.Where(r => r.Event.Number == "20069999").Select(r => r.ChosenSuppliers).SingleAsync())).Order());
    }

    private static SupplierRegistration Applying(string name, bool isSent)
    {
        var company = GivenRegistration.Company with { ShortName = name };
        return isSent ? GivenRegistration.Sent(company) : GivenRegistration.Filled(company);
    }

    private static Task<int> Invite(Portal portal) =>
        portal.As(Scope.System, services => services.GetRequiredService<InviteToOpenEvents>().InviteOutsiders(Given.OnPublishing.AddHours(1)));

    private static async Task<Portal> Stand(string database = Databases.Sqlite)
    {
        var portal = await Portal.With(database, null, 7);
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { Title = "Трубы", Deadline = Given.Deadline.AddDays(9) }, new RoundItem("0001", "Pipe", 1, "t")));
            return await db.SaveChangesAsync();
        });
        return portal;
    }
}
