namespace SrmPortal.Browser.Tests;

/// <summary>What each role meets after signing in: whole, in one language, for every reader, on a phone and on a desk.</summary>
[Collection(InChromium.Name)]
public sealed class LookingAroundTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
{
    public static TheoryData<string, int> LanguagesAndWidths => new() { { "ru", 1440 }, { "en", 390 } };

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_visitor_sees_home_sign_in_registration_and_the_check_of_receipts(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);

        await Walk(visitor, "/", "/sign-in", "/forgotten", "/registration", "/registration/country", "/verify");
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_supplier_sees_what_is_saved_and_not_submitted_and_cannot_overlook_it(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("kovaleva@uraltrubsnab.example", stand.Accounts.Password);

        await Walk(visitor, "/", "/events", "/notifications", "/profile", "/company", "/company/people");
        await visitor.Page.GotoAsync("/");
        await visitor.Page.Locator(".todo a[href*='/events/']").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/events/**");
        await visitor.Looks();
        var round = new Uri(visitor.Page.Url).AbsolutePath.Split("/offer")[0];
        await Walk(visitor, round, $"{round}/items", $"{round}/offer", $"{round}/offer/review");
        Assert.Contains(visitor.Says("не подано", "not submitted"), await visitor.Page.Locator(".hazard").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        visitor.ComplainsOfNothing();
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_buyer_sees_events_drafts_and_the_comparison(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("a.lebedev@seversplav.example", stand.Accounts.Password);

        await Walk(visitor, "/", "/events", "/events?status=opened", "/events/new", "/suppliers");
        await Walk(visitor, "/events/20060003/0/comparison", "/events/20060003/0/award", "/events/20060001/0/protocol", "/events/20060006/0");
        visitor.ComplainsOfNothing();
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_reviewer_sees_the_queue(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("t.semenova@seversplav.example", stand.Accounts.Password);

        await Walk(visitor, "/", "/accreditation", "/suppliers");
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_session_that_ends_soon_is_announced_and_goes_on_at_the_press_of_a_button(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("orlov@uraltrubsnab.example", stand.Accounts.Password);
        var warning = visitor.Page.Locator("#session");
        await visitor.Page.Clock.InstallAsync();
        await visitor.GoTo("/company");
        await visitor.Page.Clock.FastForwardAsync("54:30");
        Assert.False(await warning.IsVisibleAsync());

        await visitor.Page.Clock.FastForwardAsync("00:50");
        await warning.WaitForAsync();
        Assert.Contains(visitor.Says("сеанс завершится в", "session ends at"), await visitor.Page.Locator("#session [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Looks();
        await warning.Locator("button").ClickAsync();
        await warning.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });

        // What the server says counts from now on: it is an hour again.
        await visitor.Page.Clock.FastForwardAsync("54:00");
        Assert.False(await warning.IsVisibleAsync());
        await visitor.Page.Clock.FastForwardAsync("07:00");
        Assert.Contains(visitor.Says("Сеанс завершился", "session has ended"), await visitor.Page.Locator("#session [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        visitor.ComplainsOfNothing();
    }

    private static async Task Walk(Visitor visitor, params string[] paths)
    {
        foreach (var path in paths)
        {
            await visitor.GoTo(path);
            await visitor.Looks();
        }

        visitor.ComplainsOfNothing();
    }
}
