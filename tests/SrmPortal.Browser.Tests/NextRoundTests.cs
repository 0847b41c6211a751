using System.Globalization;
using Microsoft.Playwright;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Browser.Tests;

/// <summary>
/// An opened event of the demonstration goes into a round /1 with one supplier less: one lowers its prices, the others stand with what they
/// offered; it is opened, chosen lot by lot, approved, and everybody is told.
/// </summary>
[Collection(InChromium.Name)]
public sealed class NextRoundTests(Chromium chromium)
{
    private const string First = "/events/20060003/0", Next = "/events/20060003/1";
    private const string Supplier = "kovaleva@uraltrubsnab.example", LeftOut = "mescheryakova@vtd.example", Approver = "m.sokolov@seversplav.example";

    [Fact]
    public Task It_is_begun_answered_opened_decided_by_lots_and_told() => Goes("ru", 1440, ColorScheme.Light);

    [ProofTheory, MemberData(nameof(Visitor.EveryWay), MemberType = typeof(Visitor))]
    public Task In_each_language_at_each_width_light_and_dark_too(string language, int width, ColorScheme colors) => Goes(language, width, colors);

    private async Task Goes(string language, int width, ColorScheme colors)
    {
        await using var stand = new PortalStand();
        await stand.InitializeAsync();
        await using var buyer = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await using var supplier = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await buyer.SignsIn("a.lebedev@seversplav.example", stand.Accounts.Password);
        await supplier.SignsIn(Supplier, stand.Accounts.Password);

        var deadline = Given.WholeMinute(stand.Clock.GetUtcNow().UtcDateTime.AddHours(30));
        await GoesOn(buyer, deadline);
        await AgreesToPublish(stand, language, width, colors);
        Assert.Contains("20060003/0", (await stand.Post.To(LeftOut, "20060003/0")).Subject, StringComparison.Ordinal);
        await Lowers(supplier, stand);
        stand.Clock.PutForwardTo(deadline.AddMinutes(2));
        await buyer.SignsIn("a.lebedev@seversplav.example", stand.Accounts.Password);
        await OpensAndChooses(buyer, stand);
        await Approves(stand, language, width, colors);
        await stand.Post.To(Supplier, "20060003/1");
        await supplier.SignsIn(Supplier, stand.Accounts.Password);
        foreach (var path in new[] { $"{Next}/offer", "/results" })
        {
            await supplier.GoTo(path);
            await supplier.Reads("Принято", "ccepted");
            await supplier.Looks();
        }

        buyer.ComplainsOfNothing();
        supplier.ComplainsOfNothing();
    }

    private static async Task GoesOn(Visitor me, DateTime deadline)
    {
        await me.GoTo($"{First}/comparison");
        await me.Follow("Следующий этап", "Next round");
        await me.Looks();
        await me.Page.Locator(".form-check:has-text('Волжский трубный двор') input[name=Suppliers]").UncheckAsync();
        await me.Type("DeadlineDate", "вчера");
        await me.PressInVain("Создать черновик этапа 20060003/1", "Begin the draft of round 20060003/1");
        await me.IsToldAt("DeadlineDate", "вчера");
        var local = Zones.Local(deadline, "Europe/Moscow");
        await me.Type(("DeadlineDate", local.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)), ("DeadlineTime", local.ToString("HH:mm", CultureInfo.InvariantCulture)));
        await me.Tick("PricesOnlyFall");
        await me.Tick("EarlierOffersStand");
        await me.Press("Создать черновик этапа 20060003/1", "Begin the draft of round 20060003/1");
        await me.Looks();
        await me.GoTo($"{Next}/draft/publish");
        await me.Looks();
        await me.Field("ApproverId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await me.Press("Отправить на согласование", "Send for approval");
        await me.Looks();
    }

    private async Task AgreesToPublish(PortalStand stand, string language, int width, ColorScheme colors)
    {
        await using var me = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await me.SignsIn(Approver, stand.Accounts.Password);
        await me.GoTo("/approvals/20060003/1/publishing");
        await me.Looks();
        await me.Press("Согласовать и опубликовать", "Approve and publish");
        await me.Looks();
        me.ComplainsOfNothing();
    }

    private static async Task Lowers(Visitor me, PortalStand stand)
    {
        await me.GoTo($"{Next}/offer");
        await me.Reads("20060003/0", "20060003/0");
        await me.Looks();
        await me.Type("Lines[0001].UnitPrice", "999 999");
        await me.PressInVain("Сохранить", "Save");
        await me.IsToldAt("Lines[0001].UnitPrice", "999 999");
        await me.Looks();
        await me.Type(("Lines[0001].UnitPrice", "100 000"), ("ValidUntil", stand.Clock.GetUtcNow().AddDays(120).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        await me.Press("Проверить и подать", "Review and submit");
        await me.Looks();
        await me.Tick("Signs");
        await me.Press("Подать предложение", "Submit the offer");
        await me.Reads("Предложение подано", "Offer submitted");
    }

    private static async Task OpensAndChooses(Visitor me, PortalStand stand)
    {
        await me.GoTo($"{Next}/opening");
        await me.Looks();
        await me.Type("Password", stand.Accounts.Password);
        await me.Press("Подтвердить и вскрыть", "Confirm and open");
        await me.GoTo($"{Next}/comparison?against=earlier");
        await me.Reads("действует предложение этапа 20060003/0", "the offer of 20060003/0 stands");
        await me.Looks();

        foreach (var lot in new[] { "1:", "2:" })
        {
            await me.Goes(() => me.Page.Locator($"tr.lot:has(button[value^='{lot}']) td:has(.bestmark) button").First.ClickAsync());
            await me.Expect("tr.lot .sub b").ToContainTextAsync(me.Says("выбран целиком", "chosen as a whole"));
        }

        await me.Looks();
        if (await me.Field("ReasonForRest").CountAsync() > 0)
        {
            await me.Type("ReasonForRest", me.Says("Лот закупается целиком.", "The lot is bought as a whole."));
        }

        await me.Type("Justification", me.Says("Лучшие цены лотов.", "The best prices of the lots."));
        await me.Press("Проверить решение", "Review the decision");
        await me.Expect("section[aria-labelledby=lots] tbody tr").ToBeVisibleAsync();
        await me.Looks();
        await me.Field("Approver").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await me.Press("Отправить на согласование", "Send for approval");
        await me.Looks();
    }

    private async Task Approves(PortalStand stand, string language, int width, ColorScheme colors)
    {
        await using var me = await Visitor.Comes(chromium.Browser, stand.Address, language, width, colors: colors);
        await me.SignsIn(Approver, stand.Accounts.Password);
        await me.GoTo($"{Next}/award");
        await me.Press("Согласовать решение", "Approve the decision");
        await me.Looks();
        await me.Follow("Протокол", "Protocol");
        await me.Reads("закупается", "awarded");
        await me.Looks();
        me.ComplainsOfNothing();
    }
}
