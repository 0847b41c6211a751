using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>An administrator keeps the group's people on a phone, and whoever is invited begins to work on one.</summary>
[Collection(InChromium.Name)]
public sealed class StaffJourneyTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task A_buyer_is_invited_for_some_works_sets_the_second_step_up_and_begins_an_event_there_alone(string language)
    {
        var address = $"elkina-{language}@seversplav.example";
        await using var administrator = await Visitor.Comes(chromium.Browser, stand.Address, language, 390);
        await administrator.SignsIn("k.zhukov@seversplav.example", stand.Accounts.Password);
        await administrator.GoTo("/administration/outbox");
        await administrator.Looks();
        await administrator.GoTo("/administration/settings");
        await administrator.Tick("Values[second-step]", "Buyer");
        await administrator.Press("Сохранить параметры", "Save the settings");
        await administrator.Menu("Сотрудники и роли", "Staff and roles");
        await administrator.Looks();
        await administrator.Follow("Пригласить", "Invite");
        await administrator.Looks();
        await administrator.Type(("FullName", "Ёлкина Дарья Олеговна"), ("Email", "orlov@uraltrubsnab.example"), ("Phone", "+7 3435 22-91-30"), ("Position", "Закупки труб"));
        await administrator.Tick("Roles", "Buyer");
        await administrator.Page.GetByLabel(administrator.Says("АО «Северсплав-Трубы»: все площадки", "Seversplav Pipes JSC: all works")).CheckAsync();
        await administrator.PressInVain("Пригласить и выслать доступ", "Invite and send access");
        await administrator.IsToldAt("Email", "orlov@uraltrubsnab.example");
        await administrator.Type("Email", address);
        await administrator.Press("Пригласить и выслать доступ", "Invite and send access");
        await administrator.Reads("Обязателен, ещё не настроен", "Required, not set up yet");
        await administrator.Looks();

        await using var buyer = await Visitor.Comes(chromium.Browser, stand.Address, language, 390);
        await buyer.GoTo((await stand.Post.To(address, buyer.Says("Доступ", "access"))).Button);
        await buyer.Type("NewPassword", "tikhaya-gavan-2026");
        await buyer.Press("Задать пароль и войти", "Set the password and sign in");
        await buyer.Reads("Ваша роль требует двухэтапного входа", "Your role needs two-step sign-in.");
        await buyer.Type("Password", "tikhaya-gavan-2026");
        await buyer.Press("Настроить", "Set up");
        await buyer.Type("Code", stand.CodeOf(await buyer.Page.Locator(".key").InnerTextAsync()));
        await buyer.Press("Включить двухэтапный вход", "Switch two-step sign-in on");
        await buyer.GoTo("/events/new");
        await buyer.Looks();
        Assert.Contains(buyer.Says("Окский трубный завод", "Oka Pipe Works"), Assert.Single(await buyer.Page.Locator("#SiteId option:not([value=''])").AllInnerTextsAsync()), StringComparison.Ordinal);
        await buyer.Type("Title", "Заготовка трубная");
        await buyer.Press("Начать черновик", "Begin the draft");
        await buyer.Expect("h1").ToContainTextAsync("Заготовка трубная");
        await buyer.IsTurnedAway("/events/20060007/0", 404);
        await buyer.Looks();

        // Who has left is blocked: what waits is named with who could take it over.
        await administrator.GoTo("/administration/staff?text=" + Uri.EscapeDataString($"елкина {address}"));
        await administrator.Goes(() => administrator.Page.Locator("tbody th a").ClickAsync());
        await administrator.FollowTo("/block");
        await administrator.Reads("Громов Станислав Юрьевич", "Громов Станислав Юрьевич");
        await administrator.Type("Reason", "Уволилась");
        await administrator.Press("Закрыть доступ", "Block");
        await administrator.Reads("Доступ закрыт", "Blocked");
        await administrator.Looks();
        await buyer.GoTo("/events");
        Assert.Contains("/sign-in", buyer.Page.Url, StringComparison.Ordinal);
        administrator.ComplainsOfNothing();
        buyer.ComplainsOfNothing();
    }
}
