using System.Net;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>What is too large, or not asked for, gets an answer that says so; what was saved stays, and what was typed too.</summary>
public sealed class LargeAndWrongTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string Price = "Lines[0001].UnitPrice";

    private static readonly Dictionary<string, string> SmallLimits = new() { ["Files:LargestFile"] = "1048576", ["Files:LargestForm"] = "3145728" };

    [Fact]
    public async Task A_file_of_an_offer_that_is_too_large_is_named_and_the_rest_is_kept()
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = SmallLimits }.Filled();
        await portal.Save(7, 90);
        var supplier = portal.SignedIn("supplier:7");

        var answer = await supplier.PressWithFiles(await supplier.Page($"{Portal.OfferPath}/files"), "Add and seal",
            [("files", "Passport.pdf", Given.Pdf), ("files", "Drawings.pdf", [.. Given.Pdf, .. new byte[1_100_000]])]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Drawings.pdf is over 1 MB", (await answer.Parsed()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var kept = (await supplier.Page($"{Portal.OfferPath}/files")).Text();
        Assert.Contains("Passport.pdf", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Drawings.pdf", kept, StringComparison.Ordinal);
        Assert.Equal("90.00", (await supplier.Page(Portal.OfferPath)).Value(Price));
    }

    [Theory]
    [InlineData("supplier:7", "/events/20067776/0/offer/files", "files")]
    [InlineData("buyer", "/events/20067777/0/draft/documents", "File")]
    [InlineData("staff:2", "/suppliers/import", "File")]
    [InlineData(null, "/verify", "receipt")]
    public async Task A_form_that_is_larger_than_any_may_be_gets_a_page_that_says_what_stands_and_leads_back(string? person, string path, string field)
    {
        var portal = await shared.Once(WithDraftAndOffer);
        var client = person is null ? portal.Browser() : portal.SignedIn(person);
        using var form = Browsing.WithFile([], field, "Drawings.pdf", [.. Given.Pdf, .. new byte[4_000_000]]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Referrer = new Uri($"http://localhost{path}");

        var answer = await client.SendAsync(request);

        var page = await answer.Parsed();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("your last saved copy stands", page.Text(), StringComparison.Ordinal);
        Assert.Equal(path, page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.Equal("90.00", (await portal.SignedIn("supplier:7").Page(Portal.OfferPath)).Value(Price));
    }

    [Theory]
    [InlineData("en", "Save", "1,234.56")]
    [InlineData("ru", "Сохранить", "1\u00A0234,56")]
    public async Task A_price_written_the_continental_way_is_understood_in_both_languages(string language, string save, string shown)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var supplier = portal.SignedIn("supplier:7", language);

        var saved = await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), save, (Price, "1.234,56"));

        Assert.Equal(shown, saved.Value(Price));
    }

    [Fact]
    public async Task An_item_that_the_event_does_not_have_is_refused_by_its_number_and_what_was_typed_stays()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 90);
        var supplier = portal.SignedIn("supplier:7");
        var (action, fields) = (await supplier.Page(Portal.OfferPath)).Form("Save", (Price, "95"));

        var answer = await supplier.PostAsync(action, new FormUrlEncodedContent([.. fields, new("Lines[9999].UnitPrice", "5"), new("Lines[9999].Quantity", "1")]));

        var page = await answer.Parsed();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This event has no line 9999", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("95", page.Value(Price));
        Assert.Equal("90.00", (await supplier.Page(Portal.OfferPath)).Value(Price));
    }

    [Fact]
    public async Task A_currency_that_the_event_does_not_allow_is_kept_and_named_at_its_field_and_blocks_submission()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        var (action, fields) = (await supplier.Page(Portal.OfferPath)).Form("Save", (Price, "95"), ("ValidUntil", "1 Mar 2027"));
        Assert.Equal(HttpStatusCode.Redirect, (await supplier.PostAsync(action, new FormUrlEncodedContent([.. fields.Where(field => field.Key != "Currency"), new("Currency", "EUR")]))).StatusCode);

        var form = await supplier.Page(Portal.OfferPath);
        Assert.Equal("EUR", form.QuerySelector("[name=Currency] option[selected]")!.GetAttribute("value"));
        Assert.Contains("Choose one of the currencies of this event: RUB, USD", form.QuerySelector(".checks a[href='#Currency']")!.TextContent, StringComparison.Ordinal);
        var review = await supplier.Page($"{Portal.OfferPath}/review");
        Assert.False(review.HasButton("Submit the offer"));
        var refused = await supplier.Send(review, $"{Portal.OfferPath}/submit?culture=en", ("Signs", "true"), ("WorkingCopyNo", "1"), ("Key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Choose one of the currencies of this event", (await refused.Parsed()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Portal> WithDraftAndOffer()
    {
        var portal = await new Portal(Databases.Sqlite) { Settings = SmallLimits }.Filled();
        await portal.AddStaffMember(2, StaffRoles.Administrator);
        await portal.Save(7, 90);
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Domain.Sourcing.Round(new Domain.Sourcing.SourcingEvent("20067777", 1, Portal.BuyerId), 0, Given.Terms, []));
            return await db.SaveChangesAsync();
        });
        return portal;
    }
}
