using System.IO.Compression;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>The opened offers side by side: how they are seen, where a choice begins, what is taken away.</summary>
public sealed class ComparingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_rule_begins_the_choice_and_the_page_says_what_it_comes_to(string database)
    {
        await using var portal = await OpenedEvent.Begin(database);
        var buyer = portal.SignedIn("buyer");
        var start = await buyer.Page(Portal.ComparisonPath + "/start");
        // 0001 from 7 at 100, 0002 from 8 at 110; 8 alone has both: 12 × 110 twice.
        Assert.Equal(["2,520.00", "2,640.00", "2,520.00"], start.QuerySelectorAll("tbody td b").Select(sum => sum.TextContent));
        Assert.Contains("nothing cheaper exists", start.Text(), StringComparison.Ordinal);
        Assert.Equal(["2,520.00", "2,640.00", "2,640.00"], (await buyer.Page(Portal.ComparisonPath + "/start?most=1")).QuerySelectorAll("tbody td b").Select(sum => sum.TextContent));

        foreach (var radio in start.QuerySelectorAll<IHtmlInputElement>("input[name=Rule]"))
        {
            radio.IsChecked = radio.Value == nameof(StartingRule.CheapestComplete);
        }

        var matrix = await buyer.PressAndFollow(start, "Take over as a beginning");
        Assert.Equal([("0001", 8L), ("0002", 8L)], await Lines(portal));
        Assert.Equal("Reasons[0001]", Assert.Single(matrix.QuerySelectorAll("input[name^=Reasons]")).GetAttribute("name"));

        // From one supplier what it offers: the other item stays.
        start = await buyer.Page(Portal.ComparisonPath + "/start");
        Assert.Contains("is replaced in all items", start.Text(), StringComparison.Ordinal);
        OpenedEvent.Choose(start, "Supplier", "S00000009");
        await buyer.PressAndFollow(start, "Choose this supplier");
        Assert.Equal([("0001", 9L), ("0002", 8L)], await Lines(portal));
    }

    [Fact]
    public async Task A_rule_is_refused_to_who_saw_an_older_choice_and_to_who_does_not_run_the_event()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await portal.AddStaffMember(5, StaffRoles.Auditor);
        var buyer = portal.SignedIn("buyer");
        var start = await buyer.Page(Portal.ComparisonPath + "/start");
        await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 9)), "Save");

        var late = await buyer.Press(start, "Take over as a beginning");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("your colleague chose Supplier 9", (await late.Parsed()).Text(), StringComparison.Ordinal);
        var nothing = await (await buyer.Send(await buyer.Page(Portal.ComparisonPath + "/start"), Portal.ComparisonPath + "/start?culture=en", ("Revision", "1"))).Parsed();
        Assert.NotNull(nothing.QuerySelector(Assert.Single(nothing.QuerySelectorAll(".error-summary a"), link => link.TextContent == "Choose a rule to begin with.").GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await buyer.Send(nothing, Portal.ComparisonPath + "?culture=en", ("Revision", "1"), ("Choices[0001]", ""))).StatusCode);
        var nobody = await (await buyer.Send(nothing, Portal.ComparisonPath + "/start/supplier?culture=en", ("Revision", "1"), ("Supplier", "S00000010"))).Parsed();
        Assert.Contains("Choose a supplier.", nobody.Text(), StringComparison.Ordinal);
        var read = await portal.SignedIn("staff:5").Page(Portal.ComparisonPath + "/start");
        Assert.False(read.HasButton("Take over as a beginning"));
        Assert.False(read.HasButton("Choose this supplier"));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync(Portal.ComparisonPath + "/start")).StatusCode);
        Assert.Equal([("0001", 9L)], await Lines(portal));
    }

    [Fact]
    public async Task One_reason_explains_all_lines_that_have_none()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var matrix = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 9)), "Save");
        Assert.Empty(matrix.QuerySelectorAll("[name=ReasonForRest]"));
        var split = await buyer.Page(Portal.ComparisonPath + "/0002");
        matrix = await buyer.PressAndFollow(split, "Save the item", ("Shares[0].Quantity", "5"));

        await buyer.PressAndFollow(matrix, "Save", ("ReasonForRest", "The repair is small."));

        Assert.Equal(["The repair is small.", "The repair is small."], await portal.Seen(Portal.Buyer, async db => (await db.Awards.SingleAsync()).Notes.Select(note => note.Reason).ToList()));
    }

    [Fact]
    public async Task Columns_are_hidden_and_ordered_by_the_address_and_saving_leaves_what_is_hidden_as_it_is()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 7)), "Save");

        var narrow = await buyer.Page(Portal.ComparisonPath + "?hide=S00000007&order=total&against=none");
        Assert.Equal(["Supplier 8", "Supplier 9"], narrow.QuerySelectorAll("thead th").Skip(2).Select(head => head.ChildNodes[0].TextContent.Trim()));
        Assert.Contains("chosen, not shown: Supplier 7", narrow.Text(), StringComparison.Ordinal);
        var saved = await buyer.PressAndFollow(OpenedEvent.Chosen(narrow, ("0002", 8)), "Save");
        Assert.Equal([("0001", 7L), ("0002", 8L)], await Lines(portal));
        Assert.DoesNotContain("Supplier 7", saved.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        var all = await buyer.Page(Portal.ComparisonPath + "?hide=S00000007&hide=S00000008&hide=S00000009");
        Assert.Equal(5, all.QuerySelectorAll("thead th").Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Prices_stand_beside_the_target_and_what_was_paid_last_for_the_same_material(string database)
    {
        await using var portal = await Portal.With(database, Draft("20067776", target: 125), 7, 8, 9, 10);
        await OpenedEvent.Offer(portal);
        await portal.BoughtBefore("20060001", "100-200", 90m);
        await portal.BoughtBefore("20060002", "100-200", 80m, daysBefore: 300);
        await portal.BoughtBefore("20060003", "999-999", 70m);
        // Later, but by the kilogram.
        await portal.BoughtBefore("20060004", "100-200", 0.1m, daysBefore: 10, unit: "kg");
        var buyer = portal.SignedIn("buyer");

        var plain = await buyer.Page(Portal.ComparisonPath);
        Assert.Equal("print-wide", plain.Body!.ClassName);
        Assert.Contains("last 90.00, event 20060001/0", plain.Text(), StringComparison.Ordinal);
        Assert.Contains("target 125.00", plain.Text(), StringComparison.Ordinal);
        Assert.Contains("−20%", (await buyer.Page(Portal.ComparisonPath + "?against=target")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("+11.1%", (await buyer.Page(Portal.ComparisonPath + "?against=last")).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        // What it saves: 12 × (125 − 100), 12 × (110 − 100), 12 × (90 − 100).
        var review = await buyer.PressAndFollow(OpenedEvent.Chosen(plain, ("0001", 7)), "Review the decision");
        var savings = review.QuerySelector("section[aria-labelledby=savings]")!.Text().Replace('\u00A0', ' ');
        Assert.All(new[] { "300.00 RUB, 20%", "120.00 RUB, 9.1%", "−120.00 RUB, −11.1%" }, said => Assert.Contains(said, savings, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_price_far_below_the_others_is_named()
    {
        await using var portal = await Portal.With(Databases.Sqlite, OpenedEvent.Draft(), 7, 8, 9, 10);
        await portal.Offer(7, ("0001", 60), ("0002", 100));
        await portal.Offer(8, ("0001", 110), ("0002", 110));
        await portal.Open();

        var row = (await portal.SignedIn("buyer").Page(Portal.ComparisonPath)).QuerySelector("tbody tr")!;

        Assert.Equal("unusually low: ask how", row.QuerySelector("td.best .flag")!.TextContent);
        Assert.Single(row.QuerySelectorAll(".flag"));
    }

    [Fact]
    public async Task The_whole_comparison_is_taken_away_as_a_workbook_of_numbers_in_which_a_formula_stays_text()
    {
        var draft = Draft("20067776", target: 125, name: "=cmd|'/c calc'!A1");
        draft.ReplaceQuestions([new RoundQuestion(1, "Your own works?", QuestionType.YesNo, false), new RoundQuestion(2, "How many furnaces?", QuestionType.Number, false)]);
        await using var portal = await Portal.With(Databases.Sqlite, draft, 7, 8, 9, 10);
        await portal.Offer(10, Portal.Lines("RUB", ("0001", 130)) with { Answers = [new OfferAnswer(1, OfferAnswer.Yes), OfferAnswer.Of(2, 3)] });
        await OpenedEvent.Offer(portal);
        var answer = await portal.SignedIn("buyer").GetAsync(Portal.ComparisonPath + "/prices.xlsx");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var sheets = SpreadsheetReader.Read(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["Prices", "Sums", "Terms", "Answers"], sheets.Select(sheet => sheet.Name));
        var (head, row) = (sheets[0].Rows[0], sheets[0].Rows[1]);
        string Of(string column) => row[head.Cells.First(cell => cell.Value.Text == column).Key].Text;
        Assert.Equal(("=cmd|'/c calc'!A1", "100", "110", "130", "Supplier 7"), (Of("Item"), Of("Best price, RUB"), Of("Supplier 8: price, RUB"), Of("Highest price, RUB"), Of("Best supplier")));
        Assert.False(row[1].IsFormula);
        Assert.Equal(125, row[head.Cells.First(cell => cell.Value.Text == "Target, RUB").Key].Number);
        Assert.Equal(2640, sheets[1].Rows.First(one => one[0].Text == "Supplier 8")[3].Number);
        var russian = SpreadsheetReader.Read(await (await portal.SignedIn("buyer", "ru").GetAsync(Portal.ComparisonPath + "/prices.xlsx")).Content.ReadAsStreamAsync());
        Assert.Equal(["Да", "3"], russian[3].Rows.Skip(1).Select(one => one[2].Text));
        var taken = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(ComparisonDownloaded)).Select(a => new { a.PersonId, a.RoundId }).ToListAsync());
        Assert.Equal([(Portal.BuyerId, portal.RoundId), (Portal.BuyerId, portal.RoundId)], taken.Select(record => (record.PersonId!.Value, record.RoundId!.Value)));
    }

    [Fact]
    public async Task The_charts_show_sums_and_prices_with_a_table_that_says_the_same()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");

        var charts = await buyer.Page(Portal.ComparisonPath + "/charts");

        Assert.Equal(2, charts.QuerySelectorAll("svg.bars[role=img][aria-label]").Length);
        // 7 has only 0001: completed by 8's 0002, 12 × 110.
        Assert.Equal(["2,520.00", "2,640.00", "2,760.00"], charts.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => row.Children[3].TextContent));
        Assert.Equal(["100.00", "110.00", "120.00"], charts.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent));
        Assert.Equal(["100.00", "110.00", "120.00"], charts.QuerySelectorAll("svg.bars")[1].QuerySelectorAll(".value").Select(value => value.TextContent));
        Assert.Single((await buyer.Page(Portal.ComparisonPath + "/charts?item=0002")).QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync(Portal.ComparisonPath + "/charts?item='; drop")).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_it_is_there_before_the_opening_nor_for_others()
    {
        string[] pages = ["/start", "/charts", "/prices.xlsx", "/documents.zip"];
        await using var portal = await Portal.With(Databases.Sqlite, OpenedEvent.Draft(), 7, 8);
        await portal.Offer(7, ("0001", 100));
        await portal.AddStaffMember(6, StaffRoles.Reviewer);
        async Task Answers(string person, HttpStatusCode status)
        {
            var client = portal.SignedIn(person);
            foreach (var page in pages)
            {
                Assert.Equal((person, page, status), (person, page, (await client.GetAsync(Portal.ComparisonPath + page)).StatusCode));
            }
        }

        await Answers("buyer", HttpStatusCode.Redirect);
        await portal.Open();
        await Answers("supplier:7", HttpStatusCode.Forbidden);
        await Answers("staff:6", HttpStatusCode.Forbidden);
    }

    private static Round Draft(string number, decimal target, string name = "Pipe 219×8") => new(new SourcingEvent(number, 1, Portal.BuyerId, 2), 0, Given.Terms,
        new RoundItem("0001", name, 12, "t") { MaterialNumber = "100-200", TargetPrice = target }, new RoundItem("0002", "Elbow", 12, "t"));

    private static async Task<List<(string, long)>> Lines(Portal portal) =>
        (await portal.Seen(Portal.Buyer, db => db.AwardLines.OrderBy(line => line.ItemNumber).ToListAsync())).ConvertAll(line => (line.ItemNumber, line.SupplierId));
}
