using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>A master user keeps the company's room on a phone, and a reviewer decides what was asked for.</summary>
[Collection(InChromium.Name)]
public sealed class RoomJourneyTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
{
    [Theory]
    [InlineData("ru", "tischenko@metallservis-yug.example")]
    [InlineData("en", "belozerov@nordstal.example")]
    public async Task A_master_user_keeps_data_papers_signatories_and_people_on_a_phone(string language, string master)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, 390);
        await visitor.SignsIn(master, stand.Accounts.Password);
        foreach (var path in new[] { "/company", "/company/bank", "/company/documents", "/company/signatories", "/company/categories", "/company/people", "/company/history", "/company/bank/add", "/company/categories/add", "/company/contacts" })
        {
            await visitor.GoTo(path);
            await visitor.Looks();
        }

        // What is wrong is said at its place; what is right counts at once.
        await visitor.Type("Phone", "12");
        await visitor.PressInVain("Сохранить", "Save");
        await visitor.IsToldAt("Phone", "12");
        await visitor.Type("Phone", "+7 846 200-10-20");
        await visitor.Press("Сохранить", "Save");
        await visitor.Reads("+7 846 200-10-20", "+7 846 200-10-20");

        // A name is asked for, pending, and taken back.
        await visitor.GoTo("/company/changes/details");
        await visitor.Looks();
        var before = await visitor.Field("ShortName").InputValueAsync();
        await visitor.Type("ShortName", "ООО «Новое имя»");
        await visitor.Press("Отправить запрос", "Send the request");
        await visitor.Looks();
        await visitor.GoTo("/company");
        await visitor.Reads("на рассмотрении с", "is pending since");
        await visitor.Expect("h1").ToHaveTextAsync(before);
        await visitor.Goes(() => visitor.Page.Locator(".note a[href*='/company/changes/']").First.ClickAsync());
        await visitor.Press("Отозвать запрос", "Withdraw the request");
        await visitor.Reads("Отозвано", "Withdrawn");

        // A certificate and a signatory, each with a file.
        await visitor.GoTo("/company/documents/add");
        await visitor.Choose("Kind", "quality");
        await visitor.Type(("Number", "ISO 14001"), ("ValidUntil", "01.02.2099"));
        await visitor.Page.SetInputFilesAsync("[name=Files]", new FilePayload { Name = "ISO.pdf", MimeType = "application/pdf", Buffer = Given.Pdf });
        await visitor.Press("Сохранить документ", "Keep the document");
        await visitor.Reads("ISO 14001", "ISO 14001");
        await visitor.GoTo("/company/signatories/add");
        await visitor.Type(("FullName", "Петров Пётр Петрович"), ("Position", "Заместитель директора"), ("Phone", "+7 846 200-10-21"), ("Email", $"petrov-{language}@a.example"));
        await visitor.Looks();
        await visitor.Press("Добавить подписанта", "Name the signatory");
        await visitor.Reads("Петров Пётр Петрович", "Петров Пётр Петрович");

        // A colleague comes, is changed, blocked and let in again; the last master can't go.
        await visitor.GoTo("/company/people/add");
        await visitor.Type(("FullName", "Сидорова Анна Павловна"), ("Email", $"sidorova-{language}@a.example"));
        await visitor.Press("Добавить и выслать доступ", "Add and send access");
        await visitor.Reads("Сидорова Анна Павловна", "Сидорова Анна Павловна");
        var row = visitor.Page.Locator("tr", new() { HasText = "Сидорова" });
        await visitor.Goes(() => row.Locator("a[href$='/block']").ClickAsync());
        await visitor.Looks();
        await visitor.Press("Заблокировать", "Block");
        await visitor.Goes(() => row.GetByRole(AriaRole.Button, new() { Name = visitor.Says("Разблокировать", "Unblock") }).ClickAsync());
        await visitor.Expect("h1").ToBeVisibleAsync();
        await visitor.Reads("Последнего мастера заблокировать нельзя", "The last master user can’t be blocked");
        visitor.ComplainsOfNothing();
    }

    [Theory]
    [InlineData("ru", 1440)]
    [InlineData("en", 390)]
    public async Task A_reviewer_sees_old_and_new_side_by_side(string language, int width)
    {
        await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, width);
        await visitor.SignsIn("t.semenova@seversplav.example", stand.Accounts.Password);
        await visitor.GoTo("/accreditation/changes");
        await visitor.Looks();
        var links = await visitor.Page.Locator("table a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        var compared = 0;
        foreach (var link in links)
        {
            await visitor.GoTo(link);
            await visitor.Looks();
            compared += await visitor.Page.Locator("main del").CountAsync() > 0 && await visitor.Page.Locator("main ins").CountAsync() > 0 ? 1 : 0;
        }

        Assert.True(compared > 0, $"None of {links.Length} pages shows what stands beside what is asked for.");

        await visitor.GoTo("/suppliers");
        await visitor.Goes(() => visitor.Page.Locator("main table a").First.ClickAsync());
        await visitor.Goes(() => visitor.Page.Locator("a[href$='/print']").ClickAsync());
        await visitor.Looks();
        visitor.ComplainsOfNothing();
    }
}
