using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Features.Offers;
using static SrmPortal.Web.Tests.Events.EventAddress;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Buyers side by side, approvers, strangers, and what is reminded of.</summary>
public sealed partial class AmendingTests
{
    [Fact]
    public async Task Of_two_buyers_neither_overwrites_the_other_and_what_was_looked_at_is_what_is_published()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 2));
        var (one, other) = (portal.SignedIn("buyer"), portal.SignedIn("buyer"));
        await Task.WhenAll(Begin(one), Begin(other));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Amendments.CountAsync()));
        var (mine, theirs) = (await one.Page(Amendment), await other.Page(Amendment));

        await one.PressAndFollow(mine, "Save the terms", ("PaymentTerms", "In 90 days"));
        var refused = await (await other.Press(theirs, "Save the terms", ("PaymentTerms", "In 60 days"))).Parsed();
        Assert.Contains("A colleague saved: In 90 days", refused.Text(), StringComparison.Ordinal);
        Assert.Equal("In 60 days", refused.QuerySelector("#PaymentTerms")!.TextContent.Trim());
        // Another part is another matter.
        await other.PressAndFollow(await other.Page($"{Amendment}/items/0002"), "Remove the item");

        await one.PressAndFollow(await one.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "Why"), ("DeadlineDate", "4 Dec 2026"), ("DeadlineTime", "12:00"));
        var last = await one.Page($"{Amendment}/publish");
        await other.PressAndFollow(await other.Page($"{Amendment}/items"), "Put back 0002");
        var stale = await one.Press(last, "Publish amendment 1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.AmendmentNo).SingleAsync()));
        await one.PressAndFollow(await stale.Parsed(), "Publish amendment 1");
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Rounds.SelectMany(r => r.Items).CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Press(last, "Publish amendment 1")).StatusCode);
    }

    [Fact]
    public async Task Documents_come_and_go_with_the_amendment_and_what_went_stays_readable_in_the_history()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var (buyer, supplier) = (portal.SignedIn("buyer"), portal.SignedIn("supplier:7"));
        async Task<string> Attach(string name)
        {
            await buyer.PressWithFiles(await buyer.Page($"{Amendment}/documents"), "Attach the document", [("File", name, Given.Pdf)]);
            return (await buyer.Page($"{Amendment}/documents")).QuerySelectorAll(".files a[href^='/files/']").First(link => link.TextContent == name).GetAttribute("href")!;
        }

        await Begin(buyer);
        var drawing = await Attach("Drawing 1.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync(drawing)).StatusCode);
        Task Scanned(ScanState state) => portal.Seen(Scope.System, db => db.Files.Where(f => f.Name == "Drawing 1.pdf").ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, state)));
        await Scanned(ScanState.Waiting);
        var held = await buyer.Page($"{Amendment}/documents");
        Assert.Contains("being checked for viruses", held.Text(), StringComparison.Ordinal);
        Assert.Null(held.QuerySelector($"a[href='{drawing}']"));
        await Scanned(ScanState.NotAsked);
        await Publish(buyer, ("Reason", "A drawing"));
        Assert.Equal(HttpStatusCode.OK, (await supplier.GetAsync(drawing)).StatusCode);

        await Begin(buyer);
        var second = await Attach("Drawing 2.pdf");
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/documents"), "Take out Drawing 1.pdf");
        Assert.Contains("Drawing 1.pdf", (await supplier.Page($"{Event}/documents")).Text(), StringComparison.Ordinal);
        await PublishMaterial(buyer);
        var documents = (await supplier.Page($"{Event}/documents")).Text();
        Assert.Contains("Drawing 2.pdf", documents, StringComparison.Ordinal);
        Assert.DoesNotContain("Drawing 1.pdf", documents, StringComparison.Ordinal);
        Assert.Contains(drawing, (await supplier.Page($"{Event}/history")).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, (await supplier.GetAsync(drawing)).StatusCode);

        // Discarded, what was attached is gone, and the rest is as it was.
        await Begin(buyer);
        var third = await Attach("Drawing 3.pdf");
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/documents"), "Take out Drawing 2.pdf");
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/discard"), "Discard it");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await buyer.GetAsync(third)).StatusCode, (await supplier.GetAsync(second)).StatusCode));
        Assert.Equal([DocumentFolder.Former, DocumentFolder.Customer], await portal.Seen(Scope.System, db => db.RoundDocuments.OrderBy(d => d.Id).Select(d => d.Folder).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_raises_the_value_above_the_threshold_an_approver_publishes(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Approver);
            return true;
        });
        var (buyer, approver) = (portal.SignedIn("buyer"), portal.SignedIn("staff:5"));
        await buyer.PressAndFollow(await Begin(buyer), "Save the terms", ("EstimatedValue", "50000000"), ("Description", "Three times as many"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "The plan has changed"));
        var last = await buyer.Page($"{Amendment}/publish");
        Assert.False(last.HasButton("Publish amendment 1"));
        Assert.NotNull((await (await buyer.Press(last, "Send for approval")).Parsed()).QuerySelector("#ApproverId-e"));
        await buyer.PressAndFollow(last, "Send for approval", ("ApproverId", "5"));
        await portal.DeliverMail();
        Assert.EndsWith("/approvals/20067776/0/amendment", portal.LinkMailedTo("staff5@group.example"), StringComparison.Ordinal);
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/discard"), "Discard it");

        // Discarding took it back from the approver; begun anew, it goes the same way.
        Assert.Equal(HttpStatusCode.NotFound, (await approver.GetAsync("/approvals/20067776/0/amendment")).StatusCode);
        await buyer.PressAndFollow(await Begin(buyer), "Save the terms", ("EstimatedValue", "50000000"), ("Description", "Three times as many"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "The plan has changed"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/publish"), "Send for approval", ("ApproverId", "5"));
        Assert.Contains("20067776", (await approver.Page("/approvals")).Text(), StringComparison.Ordinal);
        var decision = await approver.Page("/approvals/20067776/0/amendment");
        Assert.Contains("50\u00A0000\u00A0000.00", decision.Text().Replace(',', '\u00A0'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.Press(decision, "Give back to the author", ("Comment", ""))).StatusCode);
        await approver.PressAndFollow(decision, "Give back to the author", ("Comment", "Say why so many"));
        Assert.Contains("Say why so many", (await buyer.Page(Amendment)).Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/publish"), "Send for approval", ("ApproverId", "5"));
        await approver.PressAndFollow(await approver.Page("/approvals/20067776/0/amendment"), "Approve and publish the amendment");

        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.AmendmentNo).SingleAsync()));
        Assert.DoesNotContain("50", (await portal.SignedIn("supplier:7").Page($"{Event}/history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whom_publishing_was_put_to_keeps_the_event_when_an_amendment_is_put_to_another(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.Seen(Scope.System, async db =>
        {
            foreach (var approver in new[] { 5, 6, 9 })
            {
                await Portal.AddStaff(db, approver, StaffRoles.Approver);
            }

            var round = await db.Rounds.Include(r => r.Event).SingleAsync();
            // As it would have been published through approver 5.
            db.Entry(round).Property(nameof(Round.ApproverId)).CurrentValue = 5L;
            var amendment = new Amendment(round, Portal.BuyerId, [], Given.InTime);
            amendment.Revise(Portal.BuyerId, amendment.Becomes with { Title = "Pipes and more" }, Given.InTime);
            amendment.Explain(Portal.BuyerId, "More", false, null, Given.InTime);
            amendment.SendForApproval(Portal.BuyerId, 6, await db.FactsForAmendment(PublishingPolicy.Usual, Given.InTime));
            db.Add(amendment);
            return await db.SaveChangesAsync();
        });

        foreach (var (approver, expected) in new[] { (5, HttpStatusCode.OK), (6, HttpStatusCode.OK), (9, HttpStatusCode.NotFound) })
        {
            Assert.Equal(expected, (await portal.SignedIn($"staff:{approver}").GetAsync("/events/20067776/0")).StatusCode);
        }

        Assert.Contains("20067776", (await portal.SignedIn("staff:6").Page("/approvals")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("20067776", (await portal.SignedIn("staff:5").Page("/approvals")).Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_material_one_that_an_approver_publishes_puts_every_offer_out_of_force(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Approver);
            return true;
        });
        await portal.Offer(7, ("0001", 100));
        await portal.Save(8, 90);
        var (buyer, approver) = (portal.SignedIn("buyer"), portal.SignedIn("staff:5"));
        await buyer.PressAndFollow(await Begin(buyer), "Save the terms", ("EstimatedValue", "50000000"), ("PaymentTerms", "In 90 days"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "The plan has changed"), ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:00"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/publish"), "Send for approval", ("ApproverId", "5"));
        Assert.Equal(OfferState.Submitted, await State(7));

        await approver.PressAndFollow(await approver.Page("/approvals/20067776/0/amendment"), "Approve and publish the amendment");

        Assert.Equal((OfferState.NeedsConfirmation, OfferState.Saved), (await State(7), await State(8)));

        Task<OfferState> State(long supplier) => portal.Seen(Portal.Supplier(supplier), db => db.Offers.Select(o => o.State).SingleAsync());
    }

    [Fact]
    public async Task Nobody_else_gets_there_and_after_the_deadline_nothing_is_amended()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 2, StaffRoles.Buyer);
            return true;
        });
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await Begin(buyer), "Save the terms", ("Description", "Only seamless"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "Why"));
        var last = await buyer.Page($"{Amendment}/publish");

        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:2").GetAsync(Amendment)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync(Amendment)).StatusCode);
        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.Amendments.CountAsync()));
        portal.Clock.SetUtcNow(Given.Deadline);
        var late = await buyer.Press(last, "Publish amendment 1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Nothing was published", (await late.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Contains("can’t be published any more", (await buyer.Page(Amendment)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unconfirmed_is_reminded_of_a_day_and_two_hours_before_the_new_deadline()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        var buyer = portal.SignedIn("buyer");
        await Begin(buyer);
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/items"), "Save the quantities", ("Items[0001].Quantity", "20"));
        await PublishMaterial(buyer);
        await portal.ReadAllMails();
        var deadline = new DateTime(2026, 12, 3, 12, 0, 0, DateTimeKind.Utc);

        foreach (var (at, reminded) in new[] { (deadline.AddHours(-25), 0), (deadline.AddHours(-24), 1), (deadline.AddHours(-23), 0), (deadline.AddHours(-2), 1), (deadline, 0) })
        {
            Assert.Equal(reminded, await portal.As(Scope.System, services => services.GetRequiredService<RemindOfOffers>().Run(at)));
        }

        await portal.DeliverMail();
        Assert.Equal(2, portal.MailsTo("person70@supplier7.example").Count);
        Assert.EndsWith("/offer/confirm", portal.LinkMailedTo("person70@supplier7.example"), StringComparison.Ordinal);
    }
}
