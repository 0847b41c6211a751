using Microsoft.Playwright;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Browser.Tests;

/// <summary>What each role meets after signing in: whole, in one language, for every reader, on a phone and on a desk.</summary>
[Collection(InChromium.Name)]
public sealed partial class LookingAroundTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
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

        await Walk(visitor, "/", "/events", "/notifications", "/profile", "/profile/email", "/profile/password", "/profile/notices", "/company", "/company/people");
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
        await Walk(visitor, "/events/20060003/0/comparison", "/events/20060003/0/award", "/events/20060001/0/protocol", "/events/20060004/0/comparison", "/events/20060004/1/comparison", "/events/20060007/0", "/events/month");
        visitor.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_sends_its_form_once()
    {
        await using var visitor = await WithNewEventTyped("Pressed twice");
        // The server takes its time, and the person presses once more.
        var sent = 0;
        await visitor.Page.RouteAsync("**/events/new?*", async route =>
        {
            sent++;
            await Task.Delay(1000);
            await route.ContinueAsync();
        });
        await visitor.Goes(() => visitor.Button("Начать черновик", "Begin the draft").EvaluateAsync("button => { button.click(); setTimeout(() => button.click(), 300); }"));

        Assert.Equal(1, sent);
        await visitor.GoTo("/events?q=Pressed+twice");
        await Assertions.Expect(visitor.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        visitor.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_form_that_was_changed_is_sent_again_at_once()
    {
        await using var visitor = await WithNewEventTyped("Sent once");
        // An answer that is no page leaves the form where it is, as one whose sending was broken off.
        var sent = 0;
        await visitor.Page.RouteAsync("**/events/new?*", route =>
        {
            sent++;
            return route.FulfillAsync(new() { Status = 204 });
        });
        await visitor.Button("Начать черновик", "Begin the draft").EvaluateAsync("""
            async button => {
              const press = () => { button.click(); return new Promise(done => setTimeout(done, 500)); };
              await press();
              await press();
              const title = button.form.elements.Title;
              title.value = 'Changed';
              title.dispatchEvent(new Event('input', { bubbles: true }));
              await press();
            }
            """);

        Assert.Equal(2, sent);
    }

    private async Task<Visitor> WithNewEventTyped(string title)
    {
        var visitor = await Visitor.Comes(chromium.Browser, stand.Address, "en", 1440);
        await visitor.SignsIn("a.lebedev@seversplav.example", stand.Accounts.Password);
        await visitor.GoTo("/events/new");
        await visitor.Type("Title", title);
        await visitor.Choose("SiteId", (await visitor.Page.Locator("#SiteId option:not([value=''])").First.GetAttributeAsync("value"))!);
        return visitor;
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_reviewer_sees_the_queue(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("t.semenova@seversplav.example", stand.Accounts.Password);

        await Walk(visitor, "/", "/accreditation", "/suppliers");
    }

    [Theory, MemberData(nameof(LanguagesAndWidths))]
    public async Task A_person_sets_an_authenticator_app_up_and_signs_in_with_it_or_without_the_phone(string language, int width)
    {
        const string Person = "n.belova@seversplav.example";
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn(Person, stand.Accounts.Password);
        await visitor.GoTo("/profile/security");
        await visitor.Looks();
        await visitor.FollowTo("/profile/two-step");
        await visitor.PressInVain("Настроить", "Set up");
        await visitor.Type("Password", stand.Accounts.Password);
        await visitor.Press("Настроить", "Set up");
        await visitor.Looks();
        var key = await visitor.Page.Locator(".key").InnerTextAsync();
        await visitor.Type("Code", "12345");
        await visitor.PressInVain("Включить двухэтапный вход", "Switch two-step sign-in on");
        Assert.Equal(key, await visitor.Page.Locator(".key").InnerTextAsync());
        await visitor.Type("Code", stand.CodeOf(key));
        await visitor.Press("Включить двухэтапный вход", "Switch two-step sign-in on");
        await visitor.Looks();
        var codes = await visitor.Page.Locator(".codes li").AllInnerTextsAsync();

        await using var elsewhere = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await elsewhere.GoTo("/sign-in");
        await elsewhere.Type(("Login", Person), ("Password", stand.Accounts.Password));
        await elsewhere.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await elsewhere.Page.WaitForURLAsync("**/sign-in/code*");
        await elsewhere.Looks();
        stand.Clock.PutForwardTo(stand.Clock.GetUtcNow().UtcDateTime.AddSeconds(OneTimeCode.StepSeconds));
        await elsewhere.Type("Code", stand.CodeOf(key));
        await elsewhere.Press("Войти", "Sign in");
        await elsewhere.GoTo("/profile/security");
        await elsewhere.Press("Завершить все, кроме этого", "Sign out everywhere but here");
        Assert.Equal(1, await elsewhere.Page.Locator("tbody tr").CountAsync());
        await visitor.GoTo("/profile");
        Assert.Contains("/sign-in", visitor.Page.Url, StringComparison.Ordinal);

        await using var withoutPhone = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await withoutPhone.GoTo("/sign-in");
        await withoutPhone.Type(("Login", Person), ("Password", stand.Accounts.Password));
        await withoutPhone.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await withoutPhone.Page.WaitForURLAsync("**/sign-in/code*");
        await withoutPhone.Page.Locator("details summary").ClickAsync();
        await withoutPhone.Type("RecoveryCode", codes[0].ToLowerInvariant());
        await withoutPhone.Looks();
        await withoutPhone.Press("Войти", "Sign in");
        await withoutPhone.Reads("Вы вошли по запасному коду.", "You came in by a recovery code.");
        await withoutPhone.GoTo("/profile/two-step");
        await withoutPhone.Looks();
        await withoutPhone.Type("Password", stand.Accounts.Password);
        await withoutPhone.Press("Отключить двухэтапный вход", "Switch two-step sign-in off");
        visitor.ComplainsOfNothing();
        elsewhere.ComplainsOfNothing();
        withoutPhone.ComplainsOfNothing();
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

    [Fact]
    public async Task A_supplier_fills_the_lines_by_keyboard_pastes_a_block_takes_it_back_and_loses_nothing_that_was_typed()
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 1440);
        await visitor.SignsIn("kovaleva@uraltrubsnab.example", stand.Accounts.Password);
        await visitor.Page.Locator(".todo a[href*='/events/']").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/events/**");
        var offer = $"{new Uri(visitor.Page.Url).AbsolutePath.Split("/offer")[0]}/offer";
        await visitor.GoTo(offer);
        var prices = visitor.Page.Locator(".grid input[name$='.UnitPrice']");
        var quantities = visitor.Page.Locator(".grid input[name$='.Quantity']");
        var (net, before) = (visitor.Page.Locator("td[data-total=net]"), await visitor.Page.Locator("td[data-total=net]").InnerTextAsync());
        string[] were = [await prices.Nth(0).InputValueAsync(), await prices.Nth(1).InputValueAsync()];

        // Down, up, to the last and the first line, and aside.
        await prices.Nth(0).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(prices.Nth(1)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(prices.Nth(0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(prices.Last).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Home");
        await Assertions.Expect(prices.Nth(0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(quantities.Nth(0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowRight");

        // With a head, the currency's sign, a cell that can't be read, and the empty line at the end.
        await prices.Nth(0).EvaluateAsync("""
            field => {
                const data = new DataTransfer();
                data.setData('text/plain', 'Цена\n118\u00A0900,50 ₽\n4.240\n');
                field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(prices.Nth(0)).ToHaveValueAsync("118\u00A0900,50");
        await Assertions.Expect(prices.Nth(1)).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Expect("#pasted").ToContainTextAsync("Вставлено 2 ячейки. Не удалось прочитать 1: 0002 цена: «4.240».");
        Assert.NotEqual(before, await net.InnerTextAsync());
        await visitor.Looks();

        await visitor.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(prices.Nth(0)).ToHaveValueAsync(were[0]);
        await Assertions.Expect(prices.Nth(1)).ToHaveValueAsync(were[1]);
        await Assertions.Expect(net).ToHaveTextAsync(before);

        // What is typed now is kept without a press of a button, and is there again.
        await visitor.Page.RunAndWaitForResponseAsync(() => prices.Nth(0).FillAsync("123 456,78"), answer => answer.Url.Contains("/offer/typed", StringComparison.Ordinal));
        await visitor.Expect("#kept").ToContainTextAsync("сохранено порталом", new() { Timeout = 15_000 });
        visitor.Page.Dialog += async (_, leaving) => await leaving.AcceptAsync();
        await visitor.GoTo("/events");
        await visitor.GoTo(offer);
        await Assertions.Expect(prices.Nth(0)).ToHaveValueAsync("123 456,78");
        await visitor.Reads("Здесь то, что вы ввели", "What you typed");
        await visitor.Looks();
        await visitor.Press("Вернуться к сохранённому", "Back to what is saved");
        await Assertions.Expect(prices.Nth(0)).ToHaveValueAsync(were[0]);
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
