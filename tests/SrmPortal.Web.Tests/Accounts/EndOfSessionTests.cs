using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Tests.Offers;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>A session that ends under a form loses nothing that was typed, and lets nothing in.</summary>
public sealed class EndOfSessionTests
{
    private const string UserName = "SRM000000070";

    [Theory]
    [InlineData("en", "Sign in", "Your session has ended.", "when your session had ended, is here again", "Save")]
    [InlineData("ru", "Войти", "Сеанс завершился.", "когда сеанс уже завершился", "Сохранить")]
    public async Task After_signing_in_again_the_form_comes_back_filled_and_only_then_is_saved(string language, string enter, string ended, string again, string save)
    {
        await using var portal = await Stand();
        var browser = await portal.SignInAs(UserName);
        browser.DefaultRequestHeaders.AcceptLanguage.Clear();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var offer = await browser.Page(Portal.OfferPath);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        var answer = await browser.Press(offer, save, ("Lines[0001].UnitPrice", "abc"), ("PaymentTerms", "В рассрочку"));
        var signIn = await browser.Asked(answer);
        Assert.Contains(ended, signIn.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("рассрочку", signIn.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var wrong = await browser.Press(signIn, enter, ("Login", UserName), ("Password", "not-this-one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shown = await browser.PressAndFollow(await wrong.Parsed(), enter, ("Login", UserName), ("Password", Portal.Password));

        Assert.Contains(again, shown.Text(), StringComparison.Ordinal);
        Assert.Equal("abc", shown.Value("Lines[0001].UnitPrice"));
        Assert.Equal("В рассрочку", shown.Value("PaymentTerms"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
        await browser.PressAndFollow(shown, save, ("Lines[0001].UnitPrice", "90"));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
        Assert.Equal("В рассрочку", (await browser.Page(Portal.OfferPath)).Value("PaymentTerms"));
    }

    [Fact]
    public async Task Two_thousand_lines_come_back_as_they_were_typed()
    {
        await using var portal = await Stand(Enumerable.Range(1, 2000).Select(i => new RoundItem($"{i:0000}", $"Pipe {i}", 12, "t")));
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath + "?all=true");
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        var signIn = await browser.Asked(await browser.Press(offer, "Save", Enumerable.Range(1, 2000).Select(i => ($"Lines[{i:0000}].UnitPrice", $"{i}.25"))));
        var shown = await browser.PressAndFollow(signIn, "Sign in", ("Login", UserName), ("Password", Portal.Password));

        Assert.Equal(Enumerable.Range(1, 2000).Select(i => $"{i}.25"), shown.QuerySelectorAll("input[name$='.UnitPrice']").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task What_one_person_typed_is_shown_to_nobody_else_and_after_half_an_hour_to_nobody_at_all()
    {
        await using var portal = await Stand();
        await portal.GivePassword(80);
        await portal.AddColleague(7, 71);
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath);
        portal.Clock.Advance(TimeSpan.FromHours(13));
        var signIn = await browser.Asked(await browser.Press(offer, "Save", ("PaymentTerms", "Half in advance")));

        var entered = await browser.PressAndFollow(signIn, "Sign in", ("Login", "SRM000000080"), ("Password", Portal.Password));
        Assert.Contains("another person’s", entered.Text(), StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty((await browser.Page(Portal.OfferPath)).Value("PaymentTerms")));
        Assert.True(string.IsNullOrEmpty((await portal.SignedIn("supplier:7:71").Page(Portal.OfferPath)).Value("PaymentTerms")));
        Assert.Equal("Half in advance", (await portal.SignedIn("supplier:7").Page(Portal.OfferPath)).Value("PaymentTerms"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));

        portal.Clock.Advance(OfferVault.KeptAfterSession);
        Assert.True(string.IsNullOrEmpty((await portal.SignedIn("supplier:7").Page(Portal.OfferPath)).Value("PaymentTerms")));
        Assert.Equal(1, await portal.As(Scope.System, services => services.GetRequiredService<OfferVault>().ForgetAfterSession(portal.Clock.GetUtcNow().UtcDateTime)));
    }

    [Fact]
    public async Task Nothing_is_kept_for_whoever_was_blocked_or_without_a_genuine_cookie()
    {
        await using var portal = await Stand();
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        // The form alone, without the cookie: the browser keeps it, as for every other form.
        var (action, fields) = offer.Form("Save", ("PaymentTerms", "Half in advance"));
        var without = await portal.Browser().PostAsync(action, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.NotNull((await without.Parsed()).Value("__Kept"));

        // Signed out everywhere, as by a new password: the cookie was genuine, and is no more.
        await portal.Seen(Scope.System, db => db.Credentials.Where(c => c.Id == 70).ExecuteUpdateAsync(set => set.SetProperty(c => c.SecurityStamp, "another")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Press(offer, "Save", ("PaymentTerms", "Half in advance"))).StatusCode);
        Assert.Equal(0, await Kept());

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.AccountId == 70)).Block();
            return await db.SaveChangesAsync();
        });
        await browser.Press(offer, "Save", ("PaymentTerms", "Half in advance"));
        Assert.Equal(0, await Kept());

        Task<int> Kept() => portal.Seen(Scope.System, db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"SealedTypings\"").SingleAsync());
    }

    [Fact]
    public async Task What_was_sent_too_late_is_not_kept_by_the_vault_but_comes_back_to_be_read()
    {
        await using var portal = await Stand();
        var browser = await portal.SignInAs(UserName);
        var offer = await browser.Page(Portal.OfferPath);
        portal.Clock.SetUtcNow(Given.Deadline.AddDays(5));

        var signIn = await (await browser.Press(offer, "Save", ("PaymentTerms", "Half in advance"))).Parsed();
        var shown = await browser.SignInAndBringBack(signIn, "Sign in", UserName);

        Assert.Equal("Half in advance", shown.Value("PaymentTerms"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task Who_works_for_several_companies_goes_on_for_the_one_of_the_form()
    {
        await using var portal = await Stand();
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Membership(await db.Accounts.SingleAsync(a => a.Id == 70), 8, MembershipRights.Contact));
            return await db.SaveChangesAsync();
        });
        var browser = await portal.SignInAs(UserName);
        await browser.PressIn(await browser.Page("/choose-company"), "Supplier 8", "Choose");
        var offer = await browser.Page(Portal.OfferPath);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        var signIn = await browser.Asked(await browser.Press(offer, "Save", ("PaymentTerms", "Half in advance")));
        var shown = await browser.PressAndFollow(signIn, "Sign in", ("Login", UserName), ("Password", Portal.Password));

        Assert.Equal("Half in advance", shown.Value("PaymentTerms"));
        Assert.Contains("Supplier 8", shown.QuerySelector(".who.org")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_stranger_is_not_kept_and_neither_are_passwords()
    {
        await using var portal = await Stand();
        await portal.Offer(7, ("0001", 100));
        var stranger = await portal.Browser().PostAsync(Portal.OfferPath + "/save", new FormUrlEncodedContent([new("PaymentTerms", "Chosen by a rival"), new("__For", "made-up")]));
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);

        var browser = await portal.SignInAs(UserName);
        var withdrawal = await browser.Page(Portal.OfferPath + "/withdraw");
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        var signIn = await (await browser.Press(withdrawal, "Withdraw version 1", ("Password", Portal.Password))).Parsed();
        var shown = await browser.SignInAndBringBack(signIn, "Sign in", UserName);

        Assert.True(string.IsNullOrEmpty(shown.Value("Password")));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync(o => o.State == OfferState.Withdrawn)));
    }

    [Fact]
    public async Task A_page_knows_when_its_session_ends_and_a_step_prolongs_it_up_to_twelve_hours()
    {
        await using var portal = await Stand();
        var browser = await portal.SignInAs(UserName);
        var began = portal.Clock.GetUtcNow();
        Assert.Equal(began.AddMinutes(60), EndsAt(await browser.Page("/")));

        portal.Clock.Advance(TimeSpan.FromMinutes(56));
        using var told = JsonDocument.Parse(await browser.GetStringAsync("/session"));
        Assert.Equal(began.AddMinutes(116).ToUnixTimeMilliseconds(), told.RootElement.GetProperty("at").GetInt64());
        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(began.AddMinutes(175), EndsAt(await browser.Page("/")));

        for (var hours = 0; hours < 10; hours++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(59));
            await browser.Page("/");
        }

        Assert.Equal(began.AddHours(12), EndsAt(await browser.Page("/")));
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/session")).StatusCode);
        Assert.Null((await portal.Browser().Page("/")).GetElementById("session"));
    }

    private static DateTimeOffset EndsAt(IDocument page) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(page.GetElementById("session")!.GetAttribute("data-at")!, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A round that stays open for some days, and two suppliers.</summary>
    private static async Task<Portal> Stand(IEnumerable<RoundItem>? items = null)
    {
        var terms = Given.Terms with { Deadline = Given.Deadline.AddDays(5) };
        var portal = await Portal.With(Databases.Sqlite, new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, terms, items ?? [new("0001", "Pipe 219×8", 12, "t")]), 7, 8);
        await portal.GivePassword(70);
        return portal;
    }
}

internal static class ComingBack
{
    /// <summary>The page on which the person signs in, after an answer that leads there.</summary>
    public static async Task<IDocument> Asked(this HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.Page(answer.Headers.Location!.ToString());
    }

    /// <summary>Signs in on the page that keeps a form; the browser sends what it kept to where the answer says, as browsers do.</summary>
    public static async Task<IDocument> SignInAndBringBack(this HttpClient browser, IDocument signIn, string button, string login)
    {
        var (action, fields) = signIn.Form(button, ("Login", login), ("Password", Portal.Password));
        var entered = await browser.PostAsync(action, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, entered.StatusCode);
        var answer = await browser.PostAsync(entered.Headers.Location, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await answer.Parsed();
    }
}
