using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>What hands do: press, follow, type, choose. Buttons and links are found by their words, fields by their names, which are the same in both languages.</summary>
public sealed partial class Visitor
{
    /// <summary>Goes to a page that is not there for this visitor, or not open: its answer says so, and so may what is loaded until the next button.</summary>
    public async Task IsTurnedAway(string path, int status)
    {
        AnswerExpected = status;
        Assert.Equal(status, (await Page.GotoAsync(path))?.Status);
    }

    /// <summary>Presses the button with these words and waits for the page that comes.</summary>
    public Task Press(string russian, string english)
    {
        AnswerExpected = 0;
        return Goes(() => Button(russian, english).ClickAsync());
    }

    /// <summary>Presses a button that must not lead on: what was typed comes back, with what is wrong with it.</summary>
    public async Task PressInVain(string russian, string english)
    {
        AnswerExpected = 422;
        await Goes(() => Button(russian, english).ClickAsync());
        await Expect(".error-summary").ToBeVisibleAsync();
    }

    /// <summary>Follows the first link whose words begin so.</summary>
    public Task Follow(string russian, string english) => Goes(() => Link(Says(russian, english)).ClickAsync());

    /// <summary>Follows the first link that leads to an address with this end.</summary>
    public Task FollowTo(string end) => Goes(() => Page.Locator($"main a[href$='{end}']").First.ClickAsync());

    /// <summary>Goes by the menu, which a phone hides behind a button.</summary>
    public async Task Menu(string russian, string english)
    {
        if (await Page.Locator(".topbar-menu").IsVisibleAsync())
        {
            await Page.Locator(".topbar-menu").ClickAsync();
        }

        await Goes(() => Page.Locator("#nav").GetByRole(AriaRole.Link, new() { Name = Says(russian, english), Exact = true }).ClickAsync());
    }

    /// <summary>Does what makes the browser load a page, and waits until it is there.</summary>
    public async Task Goes(Func<Task> step)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void IsThere(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += IsThere;
        try
        {
            await step();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(15));
        }
        finally
        {
            Page.Load -= IsThere;
        }
    }

    public ILocator Field(string name) => Page.Locator($"[name='{name}']:not([type=hidden])");

    public Task Type(string name, string text) => Field(name).FillAsync(text);

    public async Task Type(params (string Name, string Text)[] fields)
    {
        foreach (var (name, text) in fields)
        {
            await Type(name, text);
        }
    }

    /// <summary>Of a list, by its value.</summary>
    public Task Choose(string name, string value) => Field(name).SelectOptionAsync(value);

    /// <summary>A box or a radio, by its value where there are several.</summary>
    public Task Tick(string name, string? value = null) => Page.Locator($"[name='{name}']:not([type=hidden]){(value is null ? "" : $"[value='{value}']")}").CheckAsync();

    /// <summary>Ticks and accepts what stands before a supplier's person at the first sign-in.</summary>
    public async Task AcceptsTexts()
    {
        await Reads("Прежде чем начать", "Before you begin");
        foreach (var box in await Page.Locator("main [type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await Press("Принять и продолжить", "Accept and go on");
    }

    public async Task Reads(string russian, string english) => await Expect("body").ToContainTextAsync(Says(russian, english));

    /// <summary>The field keeps what was typed, is marked, and a message stands at it and in the summary on top.</summary>
    public async Task IsToldAt(string name, string typed)
    {
        await Assertions.Expect(Field(name)).ToHaveValueAsync(typed);
        await Assertions.Expect(Field(name)).ToHaveAttributeAsync("aria-invalid", "true");
        var id = await Field(name).GetAttributeAsync("id");
        await Expect($".error-summary a[href='#{id}']").ToBeVisibleAsync();
    }

    public ILocatorAssertions Expect(string selector) => Assertions.Expect(Page.Locator(selector).First);

    public ILocator Button(string russian, string english) =>
        Page.GetByRole(AriaRole.Button, new() { Name = Says(russian, english), Exact = true }).First;

    private ILocator Link(string words) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words }).First;
}
