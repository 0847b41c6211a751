using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Signs in, finds what is saved and not submitted, changes a price and submits, without ever touching the screen.</summary>
internal sealed class KeyboardBidder(Story story)
{
    private const string FirstPrice = "Lines[0001].UnitPrice";

    public async Task Offers()
    {
        await using var me = await story.Somebody();
        await me.GoTo("/sign-in");
        await me.TypeByKeyboard(("Login", "kovaleva@uraltrubsnab.example"), ("Password", story.Stand.Accounts.Password));
        await me.PressByKeyboard("main form button[type=submit]");
        await me.GoTo($"/language/{story.Language}?back=/");
        await PassesTheMenu(me);
        await me.PressByKeyboard(".todo-saved a[href^='/events/']:not([href*='/offer'])");
        await me.PressByKeyboard("main a[href$='/offer']");
        await MistypesAPrice(me);
        await me.PressByKeyboard("button[name=thenReview]");
        await me.PressByKeyboard("main form button.btn-primary");
        await me.Expect(".error-summary").ToBeFocusedAsync();
        me.AnswerExpected = 0;
        await me.TickByKeyboard("[name=Signs][type=checkbox]");
        await me.PressByKeyboard("main form button.btn-primary");
        await me.Reads("Предложение подано", "Offer submitted");
        await me.Looks();
        me.ComplainsOfNothing();
    }

    /// <summary>The first stop of every page leads past the menu.</summary>
    private static async Task PassesTheMenu(Visitor me)
    {
        await me.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(me.Page.Locator(":focus")).ToHaveAttributeAsync("href", "#main");
        await me.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", me.Page.Url, StringComparison.Ordinal);
    }

    private async Task MistypesAPrice(Visitor me)
    {
        me.AnswerExpected = 422;
        await me.TypeByKeyboard((FirstPrice, "1e5"));
        await me.PressByKeyboard("button[name=thenReview]");
        await me.Expect(".error-summary").ToBeFocusedAsync();
        await me.TabTo(".error-summary a");
        await me.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(me.Field(FirstPrice)).ToBeFocusedAsync();
        await me.Page.Keyboard.PressAsync("Control+A");
        await me.Page.Keyboard.InsertTextAsync(story.Typed(119_000));
    }
}
