using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>
/// What happens between draft and deadline, in the demonstration: a buyer begins as an earlier event, amends, invites, names a deputy; a
/// supplier answers, submits, submits anew after the amendment, and loses nothing when the session ends. Every page on the way is looked at.
/// </summary>
[Collection(InChromium.Name)]
public sealed class RunningAnEventTests(Chromium chromium)
{
    private const string Pipes = "/events/20060007/0", Quantity = "Items[0001].Quantity";

    [Fact]
    public Task An_event_is_drafted_answered_amended_and_answered_again() => Goes("en", 390, ColorScheme.Light);

    [ProofTheory, MemberData(nameof(Visitor.EveryWay), MemberType = typeof(Visitor))]
    public Task In_each_language_at_each_width_light_and_dark_too(string language, int width, ColorScheme colors) => Goes(language, width, colors);

    private async Task Goes(string language, int width, ColorScheme colors)
    {
        await using var stand = new PortalStand();
        await stand.InitializeAsync();
        await using var supplier = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await using var buyer = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await supplier.SignsIn("kovaleva@uraltrubsnab.example", stand.Accounts.Password);
        await buyer.SignsIn("a.lebedev@seversplav.example", stand.Accounts.Password);

        await Answers(supplier);
        await Amends(buyer);
        await AnswersAgain(supplier);
        await Invites(buyer);
        await GoesAway(buyer, stand);
        await Drafts(buyer);
        await ComesBackAfterTheSession(supplier, stand);
        supplier.ComplainsOfNothing();
        buyer.ComplainsOfNothing();
    }

    private static async Task Answers(Visitor me)
    {
        await me.GoTo("/events");
        await me.Tick("mine");
        await me.Press("Найти", "Find");
        await me.Expect(".tokens").ToContainTextAsync(me.Says("Только с нашим участием", "Only those we take part in"));
        await me.Looks();
        foreach (var path in new[] { Pipes, $"{Pipes}/documents", $"{Pipes}/items" })
        {
            await me.GoTo(path);
            await me.Looks();
        }

        await me.GoTo($"{Pipes}/documents");
        await me.Expect($"a[href='{Pipes}/documents.zip']").ToBeVisibleAsync();

        await me.GoTo(PortalStand.Urgent);
        await me.Follow("Ответить на одной странице", "Answer on one page");
        await me.Looks();
        await me.Type("Lines[0001].UnitPrice", "1 234,50");
        await me.Press("Сохранить", "Save");
        await Assertions.Expect(me.Field("Lines[0001].UnitPrice")).ToHaveValueAsync(new Regex("1.234.50"));
        await me.Looks();

        await me.GoTo($"{Pipes}/offer/review");
        await Signs(me);
        await me.Follow("Содержание этой версии", "What this version says");
        await me.Looks();
    }

    private static async Task Signs(Visitor me)
    {
        await me.Looks();
        await me.Tick("Signs");
        await me.Press("Подать предложение", "Submit the offer");
        await me.Looks();
    }

    private static async Task Amends(Visitor me)
    {
        await me.GoTo($"{Pipes}/amendment");
        await me.Looks();
        await me.Press("Начать изменение № 1", "Begin amendment 1");
        await me.Looks();
        await me.GoTo($"{Pipes}/amendment/items");
        await me.Type(Quantity, "пять");
        await me.PressInVain("Сохранить количества", "Save the quantities");
        await me.IsToldAt(Quantity, "пять");
        await me.Looks();
        await me.Type(Quantity, "4");
        await me.Press("Сохранить количества", "Save the quantities");
        await me.Looks();

        await me.GoTo($"{Pipes}/amendment/review");
        await me.Reads("Изменение существенное", "The amendment is material");
        await me.Looks();
        await me.PressInVain("К последнему вопросу", "Go on to the last question");
        await me.Type("Reason", me.Says("Уточнён объём ремонта", "The repair became smaller"));
        await me.Press("К последнему вопросу", "Go on to the last question");
        await me.Looks();
        await me.Press("Опубликовать изменение № 1", "Publish amendment 1");
        await me.GoTo($"{Pipes}/history");
        await me.Looks();
    }

    private static async Task AnswersAgain(Visitor me)
    {
        foreach (var path in new[] { "/", Pipes, $"{Pipes}/history", $"{Pipes}/offer/confirm", $"{Pipes}/offer" })
        {
            await me.GoTo(path);
            await me.Looks();
        }

        // Less is asked for now: the page names the line, and leads to it.
        await me.Press("Проверить и подать", "Review and submit");
        await me.Reads("Строка 0001: нужно не больше 4", "Line 0001: no more than 4");
        await me.Looks();
        await me.Follow("Строка 0001: нужно не больше 4", "Line 0001: no more than 4");
        await me.Type("Lines[0001].Quantity", "4");
        await me.Press("Проверить и подать", "Review and submit");
        await Signs(me);
    }

    private static async Task Invites(Visitor me)
    {
        await me.GoTo($"{Pipes}/suppliers");
        await me.Looks();
        await me.GoTo($"{Pipes}/suppliers/invite");
        await me.Looks();
        await me.GoTo($"{Pipes}/outsiders");
        await me.Type(("Name", "ООО «Новичок»"), ("TaxNumber", "6659012341"), ("Email", "sales@newcomer.example"));
        await me.PressInVain("Внести в список", "Add to the list");
        await me.IsToldAt("TaxNumber", "6659012341");
        await me.Looks();
        await me.Type("TaxNumber", "6659012344");
        await me.Press("Внести в список", "Add to the list");
        await me.Looks();
    }

    private static async Task GoesAway(Visitor me, PortalStand stand)
    {
        await me.GoTo($"{Pipes}/team");
        await me.Looks();
        await me.Page.Locator("[name=Members]").First.CheckAsync();
        await me.Press("Сохранить команду", "Save the team");
        await me.Looks();

        await me.GoTo("/absence");
        await me.PressInVain("Назначить заместителя", "Name the deputy");
        await me.Looks();
        await me.Field("DeputyId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var from = stand.Clock.GetUtcNow().Year + 1;
        await me.Type(("From", $"11.01.{from}"), ("Until", $"22.01.{from}"));
        await me.Press("Назначить заместителя", "Name the deputy");
        await me.Looks();

        await me.GoTo("/absence/hand-over");
        await me.Field("ToId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await me.Press("Показать, что передаётся", "Show what goes");
        await me.Looks();
    }

    private static async Task Drafts(Visitor me)
    {
        await me.GoTo("/events/new/from");
        await me.Looks();
        await me.FollowTo("/events/new/from/20060007/0");
        await me.Looks();
        await me.Press("Начать черновик", "Begin the draft");
        await me.Looks();
        var draft = new Uri(me.Page.Url).AbsolutePath;

        // It saves itself.
        await me.Page.RunAndWaitForResponseAsync(() => me.Type("Title", "Трубы, второй этап ремонта"), answer => answer.Request.Method == "POST");
        await me.Expect("[data-kept]").ToContainTextAsync(me.Says("Сохранено", "Saved"), new() { Timeout = 15_000 });
        await me.GoTo(draft);
        await Assertions.Expect(me.Field("Title")).ToHaveValueAsync("Трубы, второй этап ремонта");
        await HasTwoTabs(me, draft);

        await me.GoTo($"{draft}/items/paste");
        await me.Looks();
        await me.Type("Rows", "Кран шаровой 50\t5\tшт\nЗадвижка 100\tпять\tшт\n\n");
        await me.Press("Показать, что будет добавлено", "Show what will be added");
        await me.Looks();
        await me.Type("Rows", "Кран шаровой 50\t5\tшт\nЗадвижка 100\t5\tшт");
        await me.Press("Посмотреть ещё раз", "Look again");
        await me.Press("Добавить 2 строки", "Add 2 rows");
        await me.Looks();
        foreach (var path in new[] { "/items/import", "/lots", "/suppliers?all=true&past=offered", "/preview", "/publish" })
        {
            await me.GoTo(draft + path);
            await me.Looks();
        }
    }

    /// <summary>Two tabs at different fields lose nothing of each other; what is typed for a new item comes back; a tick is saved as it is set.</summary>
    private static async Task HasTwoTabs(Visitor me, string draft)
    {
        var other = await me.Page.Context.NewPageAsync();
        await other.GotoAsync(draft);
        await SavesItself(me, other, () => other.FillAsync("[name=PaymentTerms]", "60 дней"));
        await SavesItself(me, me.Page, () => me.Type("DeliveryTerms", "По железной дороге"));
        await me.Expect("[data-kept]").ToContainTextAsync(me.Says("изменили другие поля", "has changed other fields"));
        await SavesItself(me, me.Page, () => me.Type("PaymentTerms", "30 дней"), isRefused: true);
        await me.PressInVain("Сохранить черновик", "Save the draft");
        await me.Expect("#PaymentTerms-e").ToContainTextAsync("60 дней");
        await me.Looks();
        await me.Press("Сохранить черновик", "Save the draft");
        await me.GoTo(draft);
        await Assertions.Expect(me.Field("PaymentTerms")).ToHaveValueAsync("30 дней");
        await Assertions.Expect(me.Field("DeliveryTerms")).ToHaveValueAsync("По железной дороге");

        await other.GotoAsync($"{draft}/items/new");
        await SavesItself(me, other, () => other.FillAsync("[name=Name]", "Отвод 90°"));
        await other.CloseAsync();
        await me.GoTo($"{draft}/items/new");
        await Assertions.Expect(me.Field("Name")).ToHaveValueAsync("Отвод 90°");
        await me.Looks();
        await me.Press("Удалить введённое", "Throw it away");
        await Assertions.Expect(me.Field("Name")).ToHaveValueAsync("");

        await me.GoTo($"{draft}/suppliers?all=true");
        var box = me.Page.Locator("[name=Chosen]:not([disabled])").First;
        var isTicked = await box.IsCheckedAsync();
        await SavesItself(me, me.Page, () => box.SetCheckedAsync(!isTicked));
        await me.GoTo($"{draft}/suppliers?all=true");
        Assert.Equal(!isTicked, await box.IsCheckedAsync());
    }

    private static async Task SavesItself(Visitor me, IPage page, Func<Task> typing, bool isRefused = false)
    {
        await page.RunAndWaitForResponseAsync(typing, answer => answer.Url.Contains("/kept", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[data-kept]").First).ToContainTextAsync(new Regex(isRefused ? me.Says("оллег", "olleague") : me.Says("охранено", "Saved|Kept")));
    }

    private static async Task ComesBackAfterTheSession(Visitor me, PortalStand stand)
    {
        await me.GoTo($"{Pipes}/offer");
        stand.Clock.PutForwardTo(stand.Clock.GetUtcNow().UtcDateTime.AddMinutes(61));
        await me.Type("PaymentTerms", "Половина вперёд");
        await me.Press("Сохранить", "Save");
        await me.Reads("Сеанс завершился.", "Your session has ended.");
        await me.Looks();
        await me.Type(("Login", "kovaleva@uraltrubsnab.example"), ("Password", stand.Accounts.Password));
        await me.Press("Войти", "Sign in");
        await me.Reads("когда сеанс уже завершился", "when your session had ended");
        await Assertions.Expect(me.Field("PaymentTerms")).ToHaveValueAsync("Половина вперёд");
        await me.Looks();
    }
}
