using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using static SrmPortal.Web.Tests.Accounts.GivenMaster;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>The company as it is shown, and each page of accounts for whom it is.</summary>
public sealed class CompanyPagesTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task The_company_is_shown_as_it_was_accredited()
    {
        var portal = await AsItIs();

        var page = await portal.SignedIn("supplier:7").Page("/company");

        Assert.Contains("7700000007", page.Text(), StringComparison.Ordinal);
        Assert.Contains("620000, Yekaterinburg, Lenina 1", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_profile_keeps_what_was_chosen()
    {
        await using var portal = await WithMaster();
        var person = portal.SignedIn("supplier:7");

        var answer = await person.Press(await person.Page("/profile"), "Save",
            ("FullName", "Ковалёва Марина"), ("Language", "ru"), ("TimeZone", "Asia/Yekaterinburg"), ("Phone", "+7 343 226-41-82"));

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("srm-language=c%3Dru", StringComparison.Ordinal));
        var account = await portal.Seen(Scope.System, db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == 70));
        Assert.Equal(("Ковалёва Марина", "ru", "Asia/Yekaterinburg"), (account.FullName, account.Language, account.TimeZone));
    }

    [Theory]
    [InlineData("/company", "supplier:7", HttpStatusCode.OK)]
    [InlineData("/company", "supplier:7:71", HttpStatusCode.OK)]
    [InlineData("/company", "buyer", HttpStatusCode.Forbidden)]
    [InlineData("/company", null, HttpStatusCode.Redirect)]
    [InlineData("/company/people", "supplier:7", HttpStatusCode.OK)]
    [InlineData("/company/people", "buyer", HttpStatusCode.Forbidden)]
    [InlineData("/company/people", null, HttpStatusCode.Redirect)]
    [InlineData("/company/people/add", "supplier:7:71", HttpStatusCode.OK)]
    [InlineData("/company/people/add", "supplier:7", HttpStatusCode.Forbidden)]
    [InlineData("/company/people/add", "buyer", HttpStatusCode.Forbidden)]
    [InlineData("/company/people/add", null, HttpStatusCode.Redirect)]
    [InlineData("/profile", "supplier:7", HttpStatusCode.OK)]
    [InlineData("/profile", "buyer", HttpStatusCode.OK)]
    [InlineData("/profile", null, HttpStatusCode.Redirect)]
    [InlineData("/profile/password", "buyer", HttpStatusCode.OK)]
    [InlineData("/profile/password", null, HttpStatusCode.Redirect)]
    [InlineData("/choose-company", "supplier:7", HttpStatusCode.OK)]
    [InlineData("/choose-company", "buyer", HttpStatusCode.OK)]
    [InlineData("/choose-company", null, HttpStatusCode.Redirect)]
    [InlineData("/sign-in", null, HttpStatusCode.OK)]
    [InlineData("/sign-in", "buyer", HttpStatusCode.OK)]
    [InlineData("/forgotten", null, HttpStatusCode.OK)]
    [InlineData("/forgotten/sent", null, HttpStatusCode.OK)]
    public async Task Each_page_is_there_for_whom_it_is(string path, string? person, HttpStatusCode expected)
    {
        var portal = await AsItIs();
        var browser = person is null ? portal.Browser() : portal.SignedIn(person);

        Assert.Equal(expected, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_new_person_is_not_taken_from_a_form_that_claims_to_change_somebody()
    {
        var portal = await AsItIs();
        var master = portal.SignedIn("supplier:7:71");
        var page = await master.Page("/company/people/add");
        var refused = await master.Send(page, "/company/people/add", ("Revision", "1"), ("IsContactPerson", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/forgotten")]
    [InlineData("/company")]
    [InlineData("/company/people")]
    [InlineData("/company/people/add")]
    [InlineData("/profile")]
    [InlineData("/profile/password")]
    [InlineData("/choose-company")]
    public async Task A_Russian_page_has_no_English_in_it(string path)
    {
        var portal = await shared.Once(InRussian);

        var page = await portal.SignedIn("supplier:7:71", "ru").Page(path);

        var words = page.QuerySelectorAll("main h1, main h2, main label, main legend, main th[scope=col], main button, main .form-text").Select(one => one.TextContent).Where(word => word.Any(char.IsLetter)).ToArray();
        Assert.NotEmpty(words);
        Assert.All(words.Where(word => word is not ("English" or "E-mail")), word => Assert.True(word.Any(c => c is >= 'А' and <= 'я') || word.Contains("Supplier 7", StringComparison.Ordinal) || word.Contains("Person", StringComparison.Ordinal), word));
    }

    // What is stored there stays.
    private Task<Portal> AsItIs() => shared.Once(() => WithMaster());

    private static async Task<Portal> InRussian()
    {
        var portal = await WithMaster();
        await portal.Seen(Scope.System, async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == Master)).Prefer("ru", null);
            return await db.SaveChangesAsync();
        });
        return portal;
    }
}
