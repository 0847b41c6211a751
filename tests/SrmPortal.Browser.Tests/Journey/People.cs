namespace SrmPortal.Browser.Tests.Journey;

/// <summary>The people of the company: each gets user name and activation link by mail, sets a password and signs in. One of them administers the others.</summary>
internal sealed class People(Story story)
{
    /// <returns>The user name.</returns>
    public async Task<string> Activates(Hero hero, bool looks = false)
    {
        var mail = await story.Stand.Post.To(hero.Email, story.Say("Доступ к порталу поставщика", "Your access to the supplier portal"));
        var userName = mail.Subject.Split(": ")[1];
        Assert.Matches(@"^SRM\d{9}$", userName);

        await using var me = await story.Somebody();
        await me.GoTo(mail.Button);
        await me.Reads(hero.FullName, hero.FullName);
        if (looks)
        {
            await me.Looks();
            await me.Type("NewPassword", "kolibri");
            await me.PressInVain("Задать пароль и войти", "Set the password and sign in");
            await me.Looks();
        }

        await me.Type("NewPassword", Story.Password);
        await me.Press("Задать пароль и войти", "Set the password and sign in");
        if (looks)
        {
            await me.Looks();
        }

        await me.AcceptsTexts();
        await me.Reads(story.Company, story.Company);
        if (looks)
        {
            await me.Looks();
            await me.Menu("Процедуры", "Sourcing events");
            await me.Looks();
        }

        me.ComplainsOfNothing();
        return userName;
    }

    /// <summary>Signs in as people do, on the sign-in page.</summary>
    public async Task<Visitor> SignsIn(string userName, bool looks = false)
    {
        var me = await story.Somebody();
        await me.GoTo("/sign-in");
        if (looks)
        {
            await me.Type(("Login", userName), ("Password", "kolibri-nad-bolotom-8"));
            await me.PressInVain("Войти", "Sign in");
            await me.Looks();
        }

        await me.Type(("Login", userName), ("Password", Story.Password));
        await me.Press("Войти", "Sign in");
        return me;
    }

    /// <summary>The master user adds a second contact person, who signs in, and blocks her.</summary>
    public async Task AddsAndBlocks(string master)
    {
        await using var me = await SignsIn(master, looks: true);
        await me.Looks();
        await me.Menu("Компания", "Company");
        await me.Looks();
        await me.Menu("Контактные лица", "Contact persons");
        await me.Looks();
        await Adds(me);
        var newcomer = await Activates(story.Newcomer);
        await using var her = await SignsIn(newcomer);
        await her.Menu("Процедуры", "Sourcing events");

        await me.Page.ReloadAsync();
        await me.Goes(() => Row(me).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = story.Say("Заблокировать", "Block"), Exact = true }).ClickAsync());
        await me.Looks();
        await me.Press("Заблокировать", "Block");
        await Microsoft.Playwright.Assertions.Expect(Row(me)).ToContainTextAsync(story.Say("Заблокирован мастером", "Blocked by a master user"));
        await me.Looks();
        me.ComplainsOfNothing();
        await IsOut(her);
    }

    private async Task Adds(Visitor me)
    {
        await me.Follow("Добавить", "Add");
        await me.Looks();
        await me.Type(("FullName", story.Newcomer.FullName), ("Position", story.Newcomer.Position), ("Phone", story.Newcomer.Phone), ("Email", story.Contact.Email));
        await me.Choose("Language", story.Language);
        await me.Tick("IsContactPerson");
        await me.PressInVain("Добавить и выслать доступ", "Add and send access");
        await me.IsToldAt("Email", story.Contact.Email);
        await me.Looks();
        await me.Type("Email", story.Newcomer.Email);
        await me.Press("Добавить и выслать доступ", "Add and send access");
        await me.Reads(story.Newcomer.FullName, story.Newcomer.FullName);
    }

    /// <summary>Whoever is blocked is told by mail, and can do nothing with the next step, though signed in.</summary>
    private async Task IsOut(Visitor her)
    {
        _ = await story.Stand.Post.To(story.Newcomer.Email, story.Say("заблокирован", "is blocked"));
        await her.IsTurnedAway("/events", 403);
        await her.Looks();
        Assert.Equal(0, await her.Page.Locator("main a[href*='/events/']").CountAsync());
        her.ComplainsOfNothing();
    }

    private Microsoft.Playwright.ILocator Row(Visitor me) => me.Page.Locator("tbody tr", new() { HasText = story.Newcomer.FullName });
}
