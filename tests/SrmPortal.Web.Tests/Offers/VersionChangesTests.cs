using System.Net;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>Versions say what changed between them.</summary>
public sealed class VersionChangesTests
{
    [Theory]
    [InlineData("en", "What changes against version 1", "What changed since version 1", "0001 Pipe 219×8: price without VAT 100.00 RUB 90.50 RUB")]
    [InlineData("ru", "Что изменится по сравнению с версией 1", "Что изменилось после версии 1", "0001 Pipe 219×8: цена без НДС 100,00 ₽ 90,50 ₽")]
    public async Task The_review_says_what_will_change_and_the_receipt_what_did(string language, string before, string after, string price)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Save(7, 90.5m, basedOn: 1, change: content => content with { PaymentTerms = "In 30 days" });
        var supplier = portal.SignedIn("supplier:7", language);

        var review = await supplier.Page($"{Portal.OfferPath}/review");
        Assert.Contains(before, review.Text(), StringComparison.Ordinal);
        Assert.Equal(2, Rows(review, "df").Length);
        Assert.Equal(price, Rows(review, "df")[1]);

        await portal.Submit(7, Given.InTime, reviewed: 2);
        var receipt = await supplier.Page($"{Portal.OfferPath}/versions/2");
        Assert.Contains(after, receipt.Text(), StringComparison.Ordinal);
        Assert.Equal(Rows(review, "df"), Rows(receipt, "ch"));
        Assert.Null((await supplier.Page($"{Portal.OfferPath}/versions/1")).QuerySelector("#ch"));
    }

    [Fact]
    public async Task An_earlier_version_is_read_as_it_was_submitted_by_the_own_people_alone()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Save(7, 90.5m, basedOn: 1);
        await portal.Submit(7, Given.InTime, reviewed: 2);
        var supplier = portal.SignedIn("supplier:7");

        var receipt = await supplier.Page($"{Portal.OfferPath}/versions/2");
        Assert.Contains($"{Portal.OfferPath}/versions/1/content", receipt.QuerySelectorAll("#vs ~ * a, section[aria-labelledby=vs] a").Select(link => link.GetAttribute("href")));
        var first = await supplier.Page($"{Portal.OfferPath}/versions/1/content");

        Assert.Contains("100.00", first.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("90.50", first.Text(), StringComparison.Ordinal);
        Assert.Contains("A later version has replaced this one", first.Text(), StringComparison.Ordinal);
        Assert.Empty(first.QuerySelectorAll("main form"));
        Assert.Contains("90.50", (await supplier.Page($"{Portal.OfferPath}/versions/2/content")).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync($"{Portal.OfferPath}/versions/3/content")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync($"{Portal.OfferPath}/versions/1/content")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("buyer").GetAsync($"{Portal.OfferPath}/versions/1/content")).StatusCode);
    }

    [Fact]
    public void Lines_that_came_and_went_answers_and_files_are_changes_too()
    {
        var older = Given.Prices(100) with { Answers = [new OfferAnswer(1, "Plant")] };
        var newer = Given.Prices(100, item: "0002") with { Answers = [new OfferAnswer(1, "Trader")], Attachments = [new OfferAttachment("f", "a.pdf", "application/pdf", 1, "00")] };

        Assert.Equal(["Answers[1].Value", "Attachments[f]", "Lines[0001].Quantity", "Lines[0001].UnitPrice", "Lines[0002].Quantity", "Lines[0002].UnitPrice"],
            OfferChanges.Between(older, newer).Select(change => change.Field));
        Assert.Empty(OfferChanges.Between(older, older));
    }

    private static string[] Rows(AngleSharp.Dom.IDocument page, string heading) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby='{heading}'] tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim().Replace('\u00A0', ' '))))];
}
