using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Tests.Reference;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Wordings;

/// <summary>The administrator writes, everybody reads, and who has accepted something else is asked at the next sign-in, not before.</summary>
public sealed class TextsTests
{
    private const string Terms = "/administration/texts/terms", Review = Terms + "/review", Person = "SRM000000070";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_edition_is_written_looked_at_and_published_and_earlier_ones_stay(string database)
    {
        await using var portal = await Portal.With(database);
        var (browser, visitor) = (await portal.Administrator(), portal.Browser());
        var page = await browser.Page(Terms);
        var (title, body) = (page.Value("EnglishTitle"), Body(page));

        var other = await browser.Page(Terms);
        page = await browser.PressAndFollow(page, "Save the draft", ("EnglishTitle", "New terms"), ("RussianTitle", "Новые условия"), ("EnglishBody", body + "\n\nAn [address](http://plain.example)."));
        Assert.Contains("A draft waits.", page.Text(), StringComparison.Ordinal);
        Assert.Equal(title, (await visitor.Page("/terms")).QuerySelector("h1")!.TextContent);
        var refused = await browser.Press(other, "Save the draft", ("EnglishTitle", "Mine"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var compared = await refused.Parsed();
        Assert.Equal("Mine", compared.Value("EnglishTitle"));
        Assert.Contains("New terms", compared.QuerySelector("details .halves")!.TextContent, StringComparison.Ordinal);

        refused = await browser.Press(await browser.Page(Review), "Publish edition 2");
        var said = (await refused.Parsed()).Text();
        Assert.Contains("http://plain.example", said, StringComparison.Ordinal);
        Assert.Contains("Say in a line what has changed", said, StringComparison.Ordinal);
        Assert.Contains("Say whether it must be accepted again", said, StringComparison.Ordinal);

        var review = await browser.PressAndFollow(await browser.Page(Terms), "Preview and publish", ("EnglishBody", body + "\n\nWrite to {email}."));
        Assert.Equal(["New terms", "Write to srm@seversplav.example."], review.QuerySelectorAll("td[lang=en] ins").Select(one => one.TextContent));
        await browser.PressAndFollow(review, "Publish edition 2", ("Reason", "A new address"), ("MustBeAccepted", "true"));

        var read = await visitor.Page("/terms");
        Assert.Equal("New terms", read.QuerySelector("h1")!.TextContent);
        var edition = await portal.Seen(Scope.System, db => db.TextEditions.SingleAsync());
        Assert.Equal(("terms", 2, 2, 777L, "A new address"), (edition.Key, edition.Edition, edition.AcceptedFrom, edition.PublishedById, edition.Reason));
        Assert.Contains(edition.Standing.Words.English.Hash, read.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("{email}", edition.EnglishBody, StringComparison.Ordinal);
        Assert.Contains("группой «Северсплав»", edition.RussianBody, StringComparison.Ordinal);
        Assert.Contains("the Seversplav group", edition.EnglishBody, StringComparison.Ordinal);
        var earlier = await visitor.Page("/terms/1");
        Assert.Equal(title, earlier.QuerySelector("h1")!.TextContent);
        Assert.Contains("no longer in force", earlier.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/terms/3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/administration/texts/nothing")).StatusCode);
        Assert.Equal(["terms", "terms", "terms"], await portal.Seen(Scope.System, db => db.Audit.Where(r => r.Action == nameof(TextDraftKept) || r.Action == nameof(TextPublished)).Select(r => r.Subject).ToListAsync()));
        Assert.Null(await portal.Seen(Portal.Buyer, db => db.PortalTexts.FirstOrDefaultAsync()));
    }

    [Fact]
    public async Task An_article_of_the_help_that_asks_for_what_the_portal_does_not_know_is_not_published()
    {
        const string Article = "/administration/texts/help.mails";
        await using var portal = await Portal.With(Databases.Sqlite);
        var browser = await portal.Administrator();
        var page = await browser.Page(Article);
        var review = await browser.PressAndFollow(page, "Preview and publish", ("EnglishBody", Body(page) + "\n\nWrite to {fact:mail-form}."));
        var refused = await browser.Press(review, "Publish edition 2", ("Reason", "Where to write"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("{fact:mail-form}", (await refused.Parsed()).QuerySelector(".error-summary, [role=alert]")!.TextContent, StringComparison.Ordinal);

        review = await browser.PressAndFollow(await browser.Page(Article), "Preview and publish", ("EnglishBody", Body(page) + "\n\nWrite to {fact:mail-from}."));
        await browser.PressAndFollow(review, "Publish edition 2", ("Reason", "Where to write"));
        Assert.DoesNotContain("{fact", (await portal.SignedIn("supplier:7").Page("/help/mails")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_accepted_an_earlier_edition_is_asked_at_the_next_sign_in_and_never_in_a_session()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.GivePassword(70);
        await portal.GivePassword(Portal.BuyerId);
        var running = await portal.SignInAs(Person);
        await Publish(portal, mustBeAccepted: false);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAs(Person)).GetAsync("/events")).StatusCode);
        var profile = await running.Page("/profile");
        await Publish(portal, mustBeAccepted: true);

        Assert.Equal(HttpStatusCode.OK, (await running.GetAsync("/events")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAs("SRM000000001")).GetAsync("/events")).StatusCode);
        var browser = await portal.SignInAs(Person);
        var led = await browser.GetAsync("/events?status=open");
        Assert.Equal("/agreements?returnUrl=%2Fevents%3Fstatus%3Dopen", led.Headers.Location!.ToString());
        Assert.Equal("/agreements", (await browser.GetAsync("/")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/terms")).StatusCode);

        var page = await browser.Page(led.Headers.Location!.ToString());
        Assert.Contains("What has changed since edition 1", page.Text(), StringComparison.Ordinal);
        Assert.False(page.QuerySelector("#Terms")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press(page, "Accept and go on")).StatusCode);
        await Publish(portal, mustBeAccepted: true);
        var late = await browser.Press(page, "Accept and go on", ("Terms", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var stale = await late.Parsed();
        Assert.Contains("has changed while you read it", stale.Text(), StringComparison.Ordinal);
        page = await browser.Page(led.Headers.Location!.ToString());
        var accepted = await browser.Press(page, "Accept and go on", ("Terms", "true"));
        Assert.Equal("/events?status=open", accepted.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/events")).StatusCode);

        var given = await portal.Seen(Scope.System, db => db.PersonConsents.Where(c => c.AccountId == 70).OrderByDescending(c => c.Edition).FirstAsync());
        var inForce = await portal.Seen(Scope.System, db => db.TextEditions.OrderByDescending(e => e.Edition).FirstAsync());
        Assert.Equal((ConsentKind.Terms, 4, "en", inForce.Standing.Words.English.Hash), (given.Kind, given.Edition, given.Language, given.TextHash));
        Assert.Equal(HttpStatusCode.OK, (await (await portal.SignInAs(Person)).GetAsync("/events")).StatusCode);

        // Who comes back to a form that waited is still in the middle of it.
        await Publish(portal, mustBeAccepted: true);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        var ended = await running.Press(profile, "Save", ("Phone", "+7 343 226-41-99"));
        var back = await running.Press(await ended.Parsed(), "Sign in", ("Login", Person), ("Password", Portal.Password));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/profile"), (back.StatusCode, back.Headers.Location!.ToString().Split('?')[0]));
        Assert.Equal(HttpStatusCode.OK, (await running.GetAsync("/events")).StatusCode);
        Assert.Equal("/agreements", (await (await portal.SignInAs(Person)).GetAsync("/")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_begins_to_work_for_a_supplier_without_accepting_the_terms_and_reading_whose_data_are_processed()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.GivePassword(70);
        await portal.Seen(Scope.System, db => db.PersonConsents.ExecuteDeleteAsync());
        var browser = await portal.SignInAs(Person);

        var page = await browser.Page("/agreements");
        Assert.DoesNotContain("has changed since", page.Text(), StringComparison.Ordinal);
        var half = await browser.Press(page, "Accept and go on", ("Terms", "true"));
        Assert.Contains("Tick the box when you have read it.", (await half.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(page, "Accept and go on", ("Terms", "true"), ("PeopleInformed", "true"))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/events")).StatusCode);
        Assert.Equal([ConsentKind.PeopleInformed, ConsentKind.Terms], (await portal.Seen(Portal.Supplier(7), db => db.PersonConsents.Select(c => c.Kind).ToListAsync())).OrderBy(kind => $"{kind}"));
        Assert.Empty(await portal.Seen(Portal.Buyer, db => db.PersonConsents.ToListAsync()));
        Assert.Equal("/", (await browser.GetAsync("/agreements")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_event_keeps_the_legal_notice_that_it_was_published_with()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var browser = await portal.Administrator();
        var page = await browser.Page("/administration/texts/legal.request-for-proposals");
        var review = await browser.PressAndFollow(page, "Preview and publish", ("RussianBody", "Новое."), ("EnglishBody", "Something new."));
        await browser.PressAndFollow(review, "Publish edition 2", ("Reason", "The law has changed"));

        Assert.Contains("neither a bidding", (await portal.SignedIn("supplier:7").Page("/events/20067776/0")).Text(), StringComparison.Ordinal);
        await portal.Save(7, 100);
        Assert.Contains("neither a bidding", (await portal.SignedIn("supplier:7").Page($"{Portal.OfferPath}/review")).Text(), StringComparison.Ordinal);
        Assert.Contains("Something new.", (await portal.Browser().Page("/legal/request-for-proposals/2")).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await portal.As(Scope.System, async services =>
        {
            var round = await services.GetRequiredService<PortalDbContext>().Rounds.Include(r => r.Event).SingleAsync();
            return await services.GetRequiredService<FactsForPublishing>().Of(round, Given.OnPublishing);
        })).NoticeEdition);
    }

    [Fact]
    public async Task An_applicant_agrees_to_the_text_that_was_linked_and_a_corrected_slip_asks_nobody_again()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        var opened = await applicant.Page("/registration/documents");
        await Publish(portal, mustBeAccepted: false);
        Assert.DoesNotContain("has changed while you read it", await Again(applicant, opened), StringComparison.Ordinal);
        Assert.Equal([1], (await portal.Registration()).Consents.Where(one => one.IsInForce && one.Text.Kind is ConsentKind.Terms).Select(one => one.Text.Edition));

        await Publish(portal, mustBeAccepted: true);
        Assert.Contains("has changed while you read it", await Again(applicant, opened), StringComparison.Ordinal);
        Assert.DoesNotContain((await portal.Registration()).Consents, one => one.IsInForce && one.Text.Kind is ConsentKind.Terms);
        await Again(applicant, await applicant.Page("/registration/documents"));
        Assert.Equal([3], (await portal.Registration()).Consents.Where(one => one.IsInForce && one.Text.Kind is ConsentKind.Terms).Select(one => one.Text.Edition));
    }

    [Fact]
    public async Task An_edition_of_a_help_article_is_shown_as_it_is_read_in_each_of_its_languages()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var page = await (await portal.Administrator()).Page("/administration/texts/help.mandatory-questions/editions/1");

        Assert.Contains("«Проверить и подать»", page.QuerySelector("article[lang=ru]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Review and submit”", page.QuerySelector("article[lang=en]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{ui:", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{#", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> Again(HttpClient applicant, AngleSharp.Dom.IDocument documents) =>
        (await (await applicant.PressWithFiles(documents, "Save and check everything", [], Applicants.Consents)).Parsed()).Text();

    private static string Body(AngleSharp.Dom.IDocument page) => page.QuerySelector("#EnglishBody")!.TextContent.Trim();

    private static async Task Publish(Portal portal, bool mustBeAccepted)
    {
        var browser = await portal.Seen(Scope.System, db => db.Accounts.AnyAsync(a => a.Id == 777)) ? portal.SignedIn("staff:777") : await portal.Administrator();
        var page = await browser.Page(Terms);
        var review = await browser.PressAndFollow(page, "Preview and publish", ("EnglishBody", Body(page) + "\n\nOne more paragraph."), ("RussianTitle", page.Value("RussianTitle") + "!"));
        var next = review.QuerySelector("button.btn-primary")!.TextContent;
        await browser.PressAndFollow(review, next, ("Reason", "Another"), ("MustBeAccepted", mustBeAccepted ? "true" : "false"));
    }
}
