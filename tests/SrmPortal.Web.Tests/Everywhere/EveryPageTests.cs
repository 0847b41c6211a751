using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>The portal is walked through once, for all tests that ask something of every page.</summary>
[CollectionDefinition(Name)]
public sealed class EveryPage : ICollectionFixture<Crawl>
{
    public const string Name = "every page";
}

/// <summary>What holds for every page that the portal has.</summary>
[Collection(EveryPage.Name)]
public sealed class EveryPageTests(Crawl crawl)
{
    private const int MostCommands = 10;

    // These lead on to another page and have none themselves.
    private static readonly string[] LeadOn = ["events/{number}", "events/{number}/{no:int}/offers", "notifications/{code}", "language/{language}"];

    // What no page can lead to here, and why.
    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["dev/mail/{name}/attachments/{index:int}"] = "the mails that are opened here carry none; DeadlineMailsTests read one",
        ["events/{number}/{no:int}/offer/prices/from/{earlier}/{earlierNo:int}"] = "none of these readers has an event to answer and an earlier offer for the same; EarlierPricesTests ask it",
        ["sign-in/code"] = "it asks whoever has just given the password, and these readers are signed in without; TwoStepTests ask it",
        ["sign-in/group"] = "no provider of the group is configured here; GroupSignInTests ask it",
        ["sign-in/group/anew"] = "the same",
        ["sign-in/group/arrived-anew"] = "the same",
        ["sign-in/group/answer"] = "the same",
        ["sign-in/group/arrived"] = "the same",
        ["sign-in/group/refused"] = "the same",
        ["session"] = "these readers are signed in without the cookie whose end it tells; EndOfSessionTests ask it",
    };

    [Fact]
    public void Every_page_is_reached_by_somebody()
    {
        var reached = crawl.Visits.Where(visit => visit.Status is HttpStatusCode.OK || (visit.Pattern is { } led && LeadOn.Contains(led) && visit.Status is HttpStatusCode.Redirect))
            .Select(visit => visit.Pattern).OfType<string>().ToHashSet();

        var forgotten = crawl.Routes.Except(reached).Except(NotHere.Keys).Order(StringComparer.Ordinal).ToArray();

        Assert.True(forgotten is [], $"No reader has got these pages. Link to them, or name a way in in {nameof(Crawl)}, or make their occasion in {nameof(LivedInPortal)}:\n"
            + string.Join('\n', forgotten.Select(route => $"{route} — {string.Join(", ", crawl.Visits.Where(visit => visit.Pattern == route).Select(visit => $"{visit.Reader} {visit.Address} {visit.Status}").Take(3))}")));
        Assert.Empty(NotHere.Keys.Except(crawl.Routes));
    }

    [Fact]
    public void No_page_fails() => Assert.All(crawl.Visits, visit => Assert.True((int)visit.Status < 500, $"{visit.Reader}: {visit.Address} {visit.Status}"));

    /// <summary>What its own company finds at the same time shows that there is something to be seen.</summary>
    [Fact]
    public void No_page_of_the_staff_or_of_another_company_names_a_practice_event()
    {
        // Of Development alone: it shows every mail that went out.
        const string devMail = "dev/mail";
        string[] practising = [LivedInPortal.Contact, LivedInPortal.Master, LivedInPortal.Bidder];

        Assert.Equal([], crawl.Visits.Where(visit => visit.NamesPractice && !practising.Contains(visit.Reader) && visit.Pattern?.StartsWith(devMail, StringComparison.Ordinal) is not true).Select(visit => $"{visit.Reader}: {visit.Address}"));
        Assert.Superset(new HashSet<string?> { "", "events", "practice", "company/history", "events/{number}/{no:int}", "events/{number}/{no:int}/offer", "events/{number}/{no:int}/offer/versions/{version:int}" },
            crawl.Visits.Where(visit => visit.NamesPractice).Select(visit => visit.Pattern).ToHashSet());
    }

    [Fact]
    public void No_picture_is_without_a_name() => Assert.All(crawl.Visits, visit => Assert.False(visit.HasNamelessIcon, $"{visit.Reader}: {visit.Address}"));

    /// <summary>The pages above name every route, so that an export that is new is among these, or the test of the routes fails.</summary>
    [Fact]
    public void No_table_that_the_portal_gives_out_holds_a_formula_and_what_looks_like_one_is_kept_as_text()
    {
        var tables = crawl.Visits.Where(visit => visit.Table is not null).ToArray();
        Assert.Equal(crawl.Routes.Where(route => route.EndsWith(".xlsx", StringComparison.Ordinal) || route.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            tables.Select(visit => visit.Pattern!).Distinct().Order(StringComparer.Ordinal));
        foreach (var kind in tables.GroupBy(visit => visit.Pattern!))
        {
            var texts = kind.SelectMany(TextsOf).ToArray();
            Assert.True(texts.Any(text => text.Contains(LivedInPortal.Formula, StringComparison.Ordinal)), $"{kind.Key} shows nothing that anybody has written: {string.Join(" | ", texts.Take(40))}");
        }
    }

    private static IEnumerable<string> TextsOf(Visit visit)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(visit.Table!), isEditable: false);
        Cell[] cells = [.. book.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<Cell>())];
        Assert.True(cells.All(cell => cell.CellFormula is null && cell.DataType?.Value != CellValues.Error), visit.Address);
        Assert.Empty(book.WorkbookPart.ExternalWorkbookParts);
        // A text that begins like a formula is a text by its type, not by an apostrophe that a reader would see.
        return [.. cells.Where(cell => cell.DataType?.Value == CellValues.InlineString).Select(cell => cell.InnerText)];
    }

    [Fact]
    public void No_link_leads_nowhere() => Assert.All(crawl.Visits.Where(visit => visit.IsLinked),
        visit => Assert.True(visit.Status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{visit.Reader}: {visit.Address} {visit.Status}"));

    [Fact]
    public void No_page_costs_more_than_ten_commands_of_the_whole_request()
    {
        // A table that is taken away is recorded, which a page is not.
        var dear = crawl.Visits.Where(visit => visit.Commands.Count > MostCommands + (visit.Table is null ? 0 : 1)).GroupBy(visit => visit.Pattern)
            .Select(pages => pages.MaxBy(page => page.Commands.Count)!).OrderByDescending(page => page.Commands.Count).ToArray();

        Assert.True(dear is [], string.Join("\n\n", dear.Select(page =>
            string.Create(CultureInfo.InvariantCulture, $"{page.Commands.Count} commands: {page.Reader}, {page.Address}\n{string.Join("\n---\n", page.Commands)}"))));
    }
}
