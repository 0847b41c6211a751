using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>What hands do that never touch the screen: Tab goes on, text is typed, Space ticks, Enter presses.</summary>
public sealed partial class Visitor
{
    private const int MostTabs = 250;

    /// <summary>Goes on by Tab until the focus is there, and sees that the focus can be seen.</summary>
    public async Task TabTo(string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector))
            {
                var box = await Page.Locator(":focus").BoundingBoxAsync();
                Assert.True(box is { Width: > 0, Height: > 0 }, $"{selector} has the focus and can't be seen, at {Page.Url}");
                return;
            }
        }

        Assert.Fail($"Tab doesn’t lead to {selector} at {Page.Url}");
    }

    public async Task TypeByKeyboard(params (string Name, string Text)[] fields)
    {
        foreach (var (name, text) in fields)
        {
            await TabTo($"[name='{name}']");
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.InsertTextAsync(text);
            await Assertions.Expect(Field(name)).ToHaveValueAsync(text);
        }
    }

    public async Task TickByKeyboard(params string[] boxes)
    {
        foreach (var box in boxes)
        {
            await TabTo(box);
            await Page.Keyboard.PressAsync("Space");
        }
    }

    public async Task PressByKeyboard(string selector)
    {
        await TabTo(selector);
        await Goes(() => Page.Keyboard.PressAsync("Enter"));
    }
}
