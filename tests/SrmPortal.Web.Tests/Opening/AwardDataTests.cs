using System.Net;
using System.Text.Json;
using AngleSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>What was decided, for another program.</summary>
public sealed class AwardDataTests
{
    private const string Json = Portal.RoundPath + "/award.json", Sheet = Portal.RoundPath + "/award.xlsx", Formula = "=cmd| /C calc!A0";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_award_is_taken_away_as_documented_after_the_decision_and_by_the_team_alone(string database)
    {
        var commands = new CommandLog();
        await using var portal = await Portal.With(database, services => services.Intercept(commands), new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0,
            Given.Terms with { Rates = [new CurrencyRate("RUB"), new CurrencyRate("CNY") { Rate = 114.23m, Nominal = 10, Source = "ЦБ", Date = new DateOnly(2026, 11, 20) }] },
            new RoundItem("0001", Formula, 12, "t") { MaterialNumber = "0007001", PriceUnit = 100, DeliveryDate = new DateOnly(2027, 1, 15) }, new RoundItem("0002", "Elbow", 12, "t"), new RoundItem("0003", "Flange", 12, "t")), 7, 8);
        await portal.AddStaffMember(4, StaffRoles.Buyer);
        await portal.AddStaffMember(5, StaffRoles.Auditor);
        await portal.Offer(7, Portal.Lines("CNY", ("0001", 100.5m), ("0002", 20)));
        await portal.Offer(8, ("0002", 200));
        await portal.Open();
        portal.Clock.SetUtcNow(Portal.Openable);
        var buyer = portal.SignedIn("buyer");
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync(Json)).StatusCode);
        await Decide(portal);
        commands.Begin();

        var answer = await buyer.GetAsync(Json);

        Assert.InRange(commands.Count, 1, 10);
        Assert.Equal(("attachment", "application/json"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        var data = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
        Assert.Equal(("srm-portal/award", "1.0", "20067776/0"), (Text(data, "schema"), Text(data, "version"), Text(data.GetProperty("event"), "round")));
        Assert.Equal(114.23m, data.GetProperty("event").GetProperty("rates")[0].GetProperty("rate").GetDecimal());
        var kept = await portal.Seen(Portal.Buyer, db => db.Protocols.SingleAsync());
        Assert.Equal((1, kept.Hash), (data.GetProperty("decision").GetProperty("protocolNo").GetInt32(), Text(data.GetProperty("decision"), "protocolSha256")));
        var supplier = Assert.Single(data.GetProperty("suppliers").EnumerateArray());
        var line = Assert.Single(supplier.GetProperty("lines").EnumerateArray());
        Assert.Equal(("S00000007", "CNY", "0001", "0007001", "168", "2027-01-15"),
            (Text(supplier, "number"), Text(supplier, "currency"), Text(line, "item"), Text(line, "material"), Text(line, "okei"), Text(line, "delivery")));
        // 12 t at 100.50 for 100 t is 12.06 CNY, at 114.23 for ten 137.76 roubles.
        Assert.Equal((12m, 100.5m, 100, 12.06m, 137.76m), (Number(line, "quantity"), Number(line, "unitPrice"), line.GetProperty("priceUnit").GetInt32(), Number(line, "amount"), Number(line, "amountCompared")));
        Assert.Equal(137.76m, Number(data.GetProperty("decision"), "total"));
        Assert.Equal([("0002", "Enough in stock."), ("0003", null)], data.GetProperty("notBought").EnumerateArray().Select(row => (Text(row, "item"), Text(row, "reason"))));

        var sheets = SpreadsheetReader.Read(new MemoryStream(await buyer.GetByteArrayAsync(Sheet)));
        var row = sheets[0].Rows[1];
        Assert.Equal((Formula, false, 12.06m, 137.76m, new DateTime(2027, 1, 15)), (row[7].Text, row[7].IsFormula, row[14].Number, row[15].Number, row[17].Date));
        Assert.Equal("0001", row[5].Text);
        Assert.Null(row[5].Number);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:4").GetAsync(Json)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("staff:5").GetAsync(Sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync(Json)).StatusCode);
        Assert.Equal(["json", "xlsx"], (await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == "AwardDataDownloaded").OrderBy(a => a.Id).Select(a => a.Details).ToListAsync()))
            .Select(details => JsonDocument.Parse(details).RootElement.GetProperty("Format").GetString()!));
    }

    private static async Task Decide(Portal portal)
    {
        var head = (await portal.Head(Portal.Buyer))!;
        await portal.As(Portal.Buyer, services => services.GetRequiredService<PrepareAward>().Choose(head, 0, evaluation =>
            [ItemChoice.From(evaluation.Comparison, "0001", 7), new ItemChoice("0002", []) { IsNotBought = true, Reason = "Enough in stock." }], "The only one."));
        await portal.As(Portal.Buyer, services => services.GetRequiredService<DecideAward>().Decide(head, 1, portal.Clock.GetUtcNow().UtcDateTime));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
