using System.Net;

namespace SrmPortal.Web.Tests;

/// <summary>The own offer, once nothing can be changed any more.</summary>
public sealed class ReadingAnOfferTests
{
    private const string Price = "Lines[0001].UnitPrice";

    [Fact]
    public async Task After_the_deadline_the_own_offer_is_shown_as_submitted_and_offers_nothing_to_press()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Save(7, 999, basedOn: 1);
        portal.Clock.SetUtcNow(Given.Deadline);
        var supplier = portal.SignedIn("supplier:7");

        var page = await supplier.Page(Portal.OfferPath);

        Assert.Contains("100.00", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("999", page.Text(), StringComparison.Ordinal);
        Assert.Contains("What counts is version 1, shown here.", page.Text(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form, main input, main select"));
        var review = await supplier.GetAsync($"{Portal.OfferPath}/review");
        Assert.Equal(HttpStatusCode.Found, review.StatusCode);
        Assert.Equal(Portal.OfferPath, review.Headers.Location?.ToString());
    }

    [Fact]
    public async Task After_the_deadline_an_offer_that_was_only_saved_says_that_the_buyer_did_not_receive_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        portal.Clock.SetUtcNow(Given.Deadline);

        var page = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);

        Assert.Contains("Your offer was saved, but not submitted.", page.Text(), StringComparison.Ordinal);
        Assert.Contains("100.00", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_deadline_whoever_made_no_offer_is_told_so()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        portal.Clock.SetUtcNow(Given.Deadline);

        var page = await portal.SignedIn("supplier:7").Page(Portal.OfferPath);

        Assert.Contains("You made none.", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_too_late_stays_in_the_form()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Portal.OfferPath);
        portal.Clock.SetUtcNow(Given.Deadline);

        var late = await (await supplier.Press(form, "Save", (Price, "77.7"))).Parsed();

        Assert.Contains("The deadline passed on", late.Text(), StringComparison.Ordinal);
        Assert.Equal("77.7", late.Value(Price));
    }
}
