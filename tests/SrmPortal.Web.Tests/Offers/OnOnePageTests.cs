using AngleSharp.Dom;
using SrmPortal.Domain.Sourcing;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>An event of few items without questions is answered on one page: what must be read stands on it.</summary>
public sealed class OnOnePageTests
{
    private const string Heading = "#asked";

    private static readonly RoundTerms Terms = Given.Terms with { Description = "Pipes for the repair of furnace 3", PaymentTerms = "30 days after delivery", AllowsSubstitutes = true };

    [Fact]
    public async Task The_form_says_what_is_asked_and_the_event_leads_to_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite, new Round(new SourcingEvent("20067776", 1, 1), 0, Terms,
            Enumerable.Range(1, 20).Select(no => new RoundItem($"{no:0000}", $"Pipe {no}", 12, "t") { Comment = "With the mill’s certificate", DeliveryPlace = "Gate 2" })));
        var supplier = portal.SignedIn("supplier:7");

        var form = await Behind(supplier, "Answer on one page");

        var asked = form.QuerySelector(Heading)!.Closest("section")!.TextContent;
        Assert.Contains("Pipes for the repair of furnace 3", asked, StringComparison.Ordinal);
        Assert.Contains("30 days after delivery", asked, StringComparison.Ordinal);
        Assert.Contains("substitutes", asked, StringComparison.Ordinal);
        Assert.Contains("Gate 2 · With the mill’s certificate", form.QuerySelector("tbody .line")!.TextContent, StringComparison.Ordinal);
        var saved = await supplier.PressAndFollow(form, "Save", (Price, "90"));
        Assert.NotNull(saved.QuerySelector(Heading));
    }

    [Theory]
    [InlineData(21, false)]
    [InlineData(1, true)]
    public async Task A_longer_one_or_one_with_questions_keeps_its_pages(int items, bool asks)
    {
        var round = new Round(new SourcingEvent("20067776", 1, 1), 0, Terms, Enumerable.Range(1, items).Select(no => new RoundItem($"{no:0000}", $"Pipe {no}", 12, "t")));
        if (asks)
        {
            round.ReplaceQuestions([new RoundQuestion(1, "Who makes it?", QuestionType.Text, true)]);
        }

        await using var portal = await Portal.With(Databases.Sqlite, round);
        var supplier = portal.SignedIn("supplier:7");

        Assert.Null((await Behind(supplier, "Fill in the offer")).QuerySelector(Heading));
    }

    private static async Task<IDocument> Behind(HttpClient supplier, string link) =>
        await supplier.Page((await supplier.Page("/events/20067776/0")).QuerySelectorAll("main a").Single(a => a.TextContent == link).GetAttribute("href")!);
}
