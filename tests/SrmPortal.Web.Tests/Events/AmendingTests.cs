using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using static SrmPortal.Web.Tests.Events.EventAddress;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests.Events;

/// <summary>The buyer changes what is asked while offers come in, and suppliers learn what changed; the buyer learns nothing of offers.</summary>
public sealed partial class AmendingTests
{
    private const string Amendment = $"{Event}/amendment";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_material_amendment_goes_from_its_draft_to_a_confirmed_offer(string database)
    {
        await using var portal = await Portal.With(database, Priced(), 7, 8);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.ReadAllMails();
        var (buyer, supplier, other) = (portal.SignedIn("buyer"), portal.SignedIn("supplier:7"), portal.SignedIn("supplier:8"));

        var terms = await Begin(buyer);
        await buyer.PressAndFollow(terms, "Save the terms", ("PaymentTerms", "In 90 days"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/items/new"), "Save the item", ("Name", "Elbow 90°"), ("Quantity", "4"), ("TargetPrice", "777.77"));
        Assert.DoesNotContain("90 days", (await supplier.Page(Event)).Text(), StringComparison.Ordinal);

        var review = await buyer.Page($"{Amendment}/review");
        Assert.Contains("The amendment is material.", review.Text(), StringComparison.Ordinal);
        Assert.Contains("0002 Elbow 90°", review.Text(), StringComparison.Ordinal);
        // The earliest deadline that leaves two working days is offered, and an earlier one is refused at its field.
        Assert.Equal("3 Dec 2026", review.Value("DeadlineDate")!.Replace('\u00A0', ' '));
        var tooSoon = await buyer.Press(review, "Go on to the last question", ("Reason", "The drawing was wrong"), ("DeadlineDate", "2 Dec 2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooSoon.StatusCode);
        Assert.Contains("at least 2 working days must remain", (await tooSoon.Parsed()).QuerySelector("#DeadlineDate-e")!.TextContent, StringComparison.Ordinal);
        var last = await buyer.PressAndFollow(review, "Go on to the last question", ("Reason", "The drawing was wrong"), ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:00"));
        Assert.Contains("2 working days remain", last.Text(), StringComparison.Ordinal);
        var history = await buyer.PressAndFollow(last, "Publish amendment 1");
        await portal.DeliverMail();

        Assert.Contains("Amendment 1, material", history.Text(), StringComparison.Ordinal);
        Assert.Contains("777.77", history.Text(), StringComparison.Ordinal);
        var round = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().SingleAsync());
        Assert.Equal((1, new DateTime(2026, 12, 3, 12, 0, 0, DateTimeKind.Utc)), (round.AmendmentNo, round.Deadline));
        foreach (var (reader, page) in new[] { (supplier, "/history"), (other, "/history"), (other, "") })
        {
            var text = (await reader.Page(Event + page)).Text();
            Assert.DoesNotContain("777.77", text, StringComparison.Ordinal);
            Assert.DoesNotContain("888.00", text, StringComparison.Ordinal);
            Assert.Equal(page.Length > 0, text.Contains("The drawing was wrong", StringComparison.Ordinal));
        }

        var mails = portal.Mails.Where(mail => mail.Subject!.StartsWith("Amended:", StringComparison.Ordinal)).ToList();
        Assert.Equal(["person70@supplier7.example", "person80@supplier8.example"], mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.All(mails, mail => Assert.Contains("0002 Elbow 90°: added", mail.TextBody, StringComparison.Ordinal));
        Assert.All(portal.Mails, mail => Assert.DoesNotContain("777.77", mail.TextBody, StringComparison.Ordinal));
        Assert.Single(portal.Mails, mail => mail.Subject!.StartsWith("Confirm your offer", StringComparison.Ordinal));

        Assert.Contains("Your offer is not in force: the buyer has changed the event.", (await supplier.Page(Event)).Text(), StringComparison.Ordinal);
        var confirm = await supplier.Page($"{Portal.OfferPath}/confirm");
        Assert.Contains("In 90 days", confirm.Text(), StringComparison.Ordinal);
        Assert.Contains("0002 Elbow 90°", confirm.Text(), StringComparison.Ordinal);
        var receipt = await supplier.PressAndFollow(confirm, "Confirm version 1", Signed);
        Assert.Contains("Offer confirmed", receipt.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("repeats version 1 word for word, confirmed for amendment 1", receipt.Text(), StringComparison.Ordinal);
        // Counted by what is asked now: the line that was added is not offered.
        var counted = receipt.QuerySelectorAll(".receipt dt, .receipt dd").Select(one => one.TextContent.Trim()).ToList();
        Assert.Equal(("1 of 2", "0002"), (counted[counted.IndexOf("Lines offered") + 1], counted[counted.IndexOf("Not offered") + 1]));
        Assert.Contains("Offer submitted", (await supplier.Page($"{Portal.OfferPath}/versions/1")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((OfferState.Submitted, 1), await portal.Seen(Portal.Supplier(7), async db =>
            ((await db.Offers.SingleAsync()).State, (await db.OfferVersions.OrderBy(v => v.No).LastAsync()).AmendmentNo)));
    }

    [Fact]
    public async Task The_deadline_that_is_offered_still_leaves_enough_to_whoever_reads_the_last_question_slowly()
    {
        await using var portal = await Portal.With(Databases.Sqlite,
            new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(1) }, new RoundItem("0001", "Pipe", 12, "t")));
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(await Begin(buyer), "Save the terms", ("PaymentTerms", "In 90 days"));
        var last = await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "The drawing was wrong"));
        portal.Clock.Advance(TimeSpan.FromMinutes(55));

        Assert.True((await buyer.Page($"{Amendment}/publish")).HasButton("Publish amendment 1"));
        await buyer.PressAndFollow(last, "Publish amendment 1");
        Assert.Equal(new DateTime(2026, 12, 3, 10, 0, 0, DateTimeKind.Utc), await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.Deadline).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_quantity_is_submitted_anew_and_what_stays_unconfirmed_is_not_opened_and_everybody_concerned_is_told(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8, 9);
        foreach (var one in new long[] { 7, 8, 9 })
        {
            await portal.Save(one, 100 + one);
            await portal.Submit(one, Given.InTime);
        }

        var (buyer, supplier) = (portal.SignedIn("buyer"), portal.SignedIn("supplier:7"));
        var before = await supplier.Page(Portal.OfferPath);
        await Begin(buyer);
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/items"), "Save the quantities", ("Items[0001].Quantity", "20"));
        await PublishMaterial(buyer);

        var confirm = await supplier.Page($"{Portal.OfferPath}/confirm");
        Assert.Contains("For line 0001 another quantity or unit is asked now.", confirm.Text(), StringComparison.Ordinal);
        Assert.False(confirm.HasButton("Confirm version 1"));
        // The lines of the form say what was asked before and what is asked now, to whoever has answered.
        var marked = await supplier.Page(Portal.OfferPath);
        Assert.Contains("The buyer has changed 1 line since you answered.", marked.Text(), StringComparison.Ordinal);
        Assert.Contains("Quantity: was 12.000 t, now 20.000 t", marked.QuerySelector("tr.line th")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        // The form that was open all the while saves; the review is made of what is asked now.
        var review = await supplier.PressAndFollow(before, "Review and submit", ("Lines[0001].Quantity", "20"));
        await supplier.PressAndFollow(review, Submit, Signed);
        Assert.DoesNotContain("since you answered", (await supplier.Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
        // Another one confirms nothing, a third withdraws nothing: it can't, what isn't in force needs no withdrawal.
        Assert.Contains("is not in force", (await portal.SignedIn("supplier:8").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);

        portal.Clock.SetUtcNow(new DateTime(2026, 12, 3, 12, 1, 0, DateTimeKind.Utc));
        Assert.Contains("was not confirmed after the amendment: it is not opened", (await portal.SignedIn("supplier:8").Page(Event)).Text(), StringComparison.Ordinal);
        await portal.Open(new DateTime(2026, 12, 3, 12, 1, 0, DateTimeKind.Utc));

        Assert.Equal([7L], await portal.Seen(Portal.Buyer, db => db.OfferLines.Select(l => l.SupplierId).ToListAsync()));
        Assert.Contains("not confirmed after the amendment", (await portal.SignedIn("supplier:9").Page(Portal.OfferPath)).Text(), StringComparison.Ordinal);
        var protocol = (await buyer.Page($"{Event}/protocol")).Text();
        Assert.Equal(2, protocol.Split("was not confirmed after an amendment").Length - 1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_and_files_are_looked_at_before_they_are_added_to_an_amendment_as_in_a_draft(string database)
    {
        await using var portal = await Portal.With(database, Priced());
        var (buyer, supplier) = (portal.SignedIn("buyer"), portal.SignedIn("supplier:7"));
        await Begin(buyer);

        var faulty = await buyer.Pasted(Amendment, "Elbow 90°\t4\tpcs\nValve\tfive\tpcs");
        Assert.Contains("row 2, column 2", faulty.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var preview = await (await buyer.Press(faulty, "Look again", ("Rows", "Elbow 90°\t4\tpcs\nValve\t5\tpcs"))).Parsed();
        Assert.Null(preview.QuerySelector("[name=Instead]"));
        Assert.DoesNotContain("Elbow", (await buyer.Page($"{Amendment}/items")).Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(preview, "Add 2 rows");
        // A second click adds nothing; one that was looked at before somebody else added something is looked at again.
        Assert.Equal(HttpStatusCode.Redirect, (await buyer.Press(preview, "Add 2 rows")).StatusCode);
        var stale = await buyer.Pasted(Amendment, "Gasket\t9\tpcs");
        var file = ForeignSheet.Of(["Name", "Quantity", "Lot"], $"<row r=\"2\">{ForeignSheet.Text("A2", "=cmd|' /C calc'!A0")}<c r=\"B2\"><v>7</v></c></row><row r=\"3\">{ForeignSheet.Text("A3", "Pump")}<c r=\"B3\"><v>1</v></c>{ForeignSheet.Text("C3", "Pumps")}</row>");
        var uploaded = await buyer.Uploaded(Amendment, file);
        Assert.Contains("C3", uploaded.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no lot “Pumps”", uploaded.Text(), StringComparison.Ordinal);
        await buyer.PressAndFollow(uploaded, "Add 1 row without errors");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Press(stale, "Add 1 row")).StatusCode);

        var items = await portal.Seen(Scope.System, async db => (await db.Amendments.AsNoTracking().SingleAsync()).Becomes.Items);
        Assert.Equal([("0002", "Elbow 90°", 4m), ("0003", "Valve", 5m), ("0004", "=cmd|' /C calc'!A0", 7m)], items.Skip(1).Select(item => (item.Number, item.Name, item.Quantity)));
        Assert.DoesNotContain("Elbow", (await supplier.Page($"{Event}/items")).Text(), StringComparison.Ordinal);
        foreach (var name in new[] { "items.xlsx", "template.xlsx" })
        {
            Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync($"{Amendment}/items/{name}")).StatusCode);
        }

        // What was downloaded is taken again: numbers are given anew, and nobody but the team reads it.
        var sheet = await (await buyer.GetAsync($"{Amendment}/items/items.xlsx")).Content.ReadAsByteArrayAsync();
        Assert.Contains("4 rows can be added", (await buyer.Uploaded(Amendment, sheet)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await supplier.GetAsync($"{Amendment}/items/items.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Who_reviewed_before_the_amendment_is_refused_keeps_the_input_and_submits_after_a_look()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 2));
        var (buyer, supplier) = (portal.SignedIn("buyer"), portal.SignedIn("supplier:7"));
        var form = await supplier.Page(Portal.OfferPath);
        var review = await supplier.PressAndFollow(form, "Review and submit", (Price, "90"), ("Lines[0002].UnitPrice", "81.37"), (Until, "1 Mar 2027"));
        await Begin(buyer);
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/items/0002"), "Remove the item");
        await PublishMaterial(buyer);

        var refused = await supplier.Press(review, Submit, Signed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Parsed();
        Assert.Contains("amendment 1", again.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("81.37", again.Text(), StringComparison.Ordinal);
        await supplier.PressAndFollow(again, Submit, Signed);

        Assert.Equal(1, await portal.Seen(Portal.Supplier(7), db => db.OfferVersions.Select(v => v.AmendmentNo).SingleAsync()));
        // A form from before the amendment, with the removed line in it, is saved too: that line is left out.
        var saved = await supplier.PressAndFollow(form, "Save", ("WorkingCopyNo", "1"), (Price, "95"), (Until, "1 Mar 2027"));
        Assert.Equal("95.00", saved.Value(Price));
    }

    [Fact]
    public async Task A_clarifying_one_leaves_offers_in_force_and_the_buyer_may_hold_it_for_material()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        var buyer = portal.SignedIn("buyer", "ru");
        await buyer.PressAndFollow(await buyer.Page(Amendment), "Начать изменение № 1");
        await buyer.PressAndFollow(await buyer.Page(Amendment), "Сохранить условия", ("Description", "Только бесшовные трубы"));
        var review = await buyer.Page($"{Amendment}/review");
        Assert.Contains("Изменение уточняющее.", review.Text(), StringComparison.Ordinal);
        var silent = await (await buyer.Press(review, "К последнему вопросу")).Parsed();
        Assert.NotNull(silent.QuerySelector("#Reason-e"));

        var last = await buyer.PressAndFollow(review, "К последнему вопросу", ("Reason", "Спрашивали"));
        await buyer.PressAndFollow(last, "Опубликовать изменение № 1");
        Assert.Equal(OfferState.Submitted, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
        Assert.Equal(Given.Deadline, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.Deadline).SingleAsync()));

        await Begin(portal.SignedIn("buyer"));
        await buyer.PressAndFollow(await buyer.Page(Amendment), "Сохранить условия", ("Description", "Только бесшовные трубы по ГОСТ 8732"));
        var held = await (await buyer.Press(await buyer.Page($"{Amendment}/review"), "К последнему вопросу", ("Reason", "Важно"), ("IsHeldMaterial", "true"))).Parsed();
        Assert.NotNull(held.QuerySelector("#DeadlineDate-e"));
        await buyer.PressAndFollow(held, "К последнему вопросу", ("DeadlineDate", "04.12.2026"), ("DeadlineTime", "12:00"));
        await buyer.PressAndFollow(await buyer.Page($"{Amendment}/publish"), "Опубликовать изменение № 2");
        Assert.Equal(OfferState.NeedsConfirmation, await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task No_staff_learns_from_an_amendment_who_has_submitted_or_whether_anybody_has()
    {
        // Two alike, but for the offers.
        await using var with = await Portal.With(Databases.Sqlite, null, 7, 8);
        await using var without = await Portal.With(Databases.Sqlite, null, 7, 8);
        await with.Save(7, 100);
        await with.Submit(7, Given.InTime);
        List<string[]> seen = [];
        foreach (var portal in new[] { with, without })
        {
            await portal.Seen(Scope.System, db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.WillTakePart)));
            await portal.ReadAllMails();
            var buyer = portal.SignedIn("buyer");
            await Begin(buyer);
            await buyer.PressAndFollow(await buyer.Page($"{Amendment}/items"), "Save the quantities", ("Items[0001].Quantity", "20"));
            List<string> pages = [(await buyer.Page($"{Amendment}/review")).Text()];
            var last = await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", ("Reason", "Why"), ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:00"));
            pages.Add(last.Text());
            await buyer.PressAndFollow(last, "Publish amendment 1");
            await portal.DeliverMail();
            foreach (var path in new[] { "", "/suppliers", "/history" })
            {
                pages.Add((await buyer.Page(Event + path)).Text());
            }

            foreach (var scope in new[] { Portal.Buyer, Scope.StaffOf(1, StaffRoles.Auditor), Scope.StaffOf(1, StaffRoles.Support | StaffRoles.Administrator) })
            {
                // That a supplier means to take part the buyer may see.
                pages.Add(string.Join('\n', await portal.Seen(scope, db => db.Audit.Where(a => a.RoundId != null && a.Action != nameof(InvitationAnswered)).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync())));
                pages.Add(string.Join('\n', await portal.Seen(scope, db => db.MailDeliveries.OrderBy(d => d.Kind).ThenBy(d => d.AddresseeKey).Select(d => d.Kind + d.AddresseeKey).ToListAsync())));
                pages.Add($"{await portal.Seen(scope, db => db.Offers.CountAsync())}");
            }

            seen.Add([.. pages]);
        }

        Assert.Equal(seen[1], seen[0]);
        Assert.Equal(1, await with.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferNeedsConfirmation) && m.SecretUntilOpening)));
        Assert.All(await with.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.Kind == "NeedsConfirmation").ToListAsync()), mail => Assert.True(mail.SecretUntilOpening));
    }

    private static Round Priced()
    {
        var draft = Given.Draft();
        draft.ReplaceItems([.. draft.Items.Select(item => item with { TargetPrice = 888 })]);
        return draft;
    }

    private static async Task<IDocument> Begin(HttpClient buyer)
    {
        var page = await buyer.Page(Amendment);
        var button = page.QuerySelectorAll("button").FirstOrDefault(one => one.TextContent.StartsWith("Begin amendment", StringComparison.Ordinal));
        return button is null ? page : await buyer.PressAndFollow(page, button.TextContent.Trim());
    }

    private static Task<IDocument> PublishMaterial(HttpClient buyer) => Publish(buyer, ("Reason", "The plan has changed"), ("DeadlineDate", "3 Dec 2026"), ("DeadlineTime", "15:00"));

    private static async Task<IDocument> Publish(HttpClient buyer, params (string Name, string Value)[] typed)
    {
        var last = await buyer.PressAndFollow(await buyer.Page($"{Amendment}/review"), "Go on to the last question", typed);
        return await buyer.PressAndFollow(last, last.QuerySelectorAll("button").First(one => one.TextContent.StartsWith("Publish amendment", StringComparison.Ordinal)).TextContent.Trim());
    }
}
