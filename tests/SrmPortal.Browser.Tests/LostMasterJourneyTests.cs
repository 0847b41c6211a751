using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

/// <summary>A company's letter, two people of the support, and a new master user who waits a day before deciding over offers.</summary>
[Collection(InChromium.Name)]
public sealed class LostMasterJourneyTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
{
    private const string NewMaster = "sokolova@vtd.example", Password = "kolibri-nad-ozerom-7";

    [Fact]
    public async Task A_letter_and_two_people_of_the_support_give_a_company_a_new_master_who_waits_a_day()
    {
        var address = await Recorded();
        await using (var second = await Visitor.Comes(chromium.Browser, stand.Address, "en", 390))
        {
            await second.SignsIn("a.nikitin@seversplav.example", stand.Accounts.Password);
            await second.Looks();
            await second.FollowTo(address);
            await second.Looks();
            await second.Press("Утвердить", "Approve");
            await second.Press("Восстановить доступ", "Restore the access");
            await second.Reads("Доступ восстановлен", "Access restored");
            await second.Looks();
            second.ComplainsOfNothing();
        }

        await using var master = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 390);
        await master.GoTo((await stand.Post.To(NewMaster, "Доступ к порталу")).Button);
        await master.Type("NewPassword", Password);
        await master.Press("Задать пароль и войти", "Set the password and sign in");
        await master.AcceptsTexts();
        await GivesOneselfTheRight(master);

        // The company's offer stands, and the new master can't touch it today.
        await master.GoTo("/events/20060007/0/offer/withdraw");
        await master.Type("Password", Password);
        await master.PressInVain("Отозвать версию 1", "Withdraw version 1");
        await master.Reads("вы не подаёте и не отзываете предложения до", "you neither submit nor withdraw offers until");
        await master.GoTo("/events/20060007/0/offer/review");
        await master.Reads("вы не подаёте и не отзываете предложения до", "you neither submit nor withdraw offers until");
        Assert.Contains("новый мастер-пользователь", (await stand.Post.To("mescheryakova@vtd.example", "новый мастер-пользователь")).Subject, StringComparison.Ordinal);
        master.ComplainsOfNothing();
    }

    /// <returns>The end of the case's address.</returns>
    private async Task<string> Recorded()
    {
        await using var first = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 1440);
        await first.SignsIn("a.yudina@seversplav.example", stand.Accounts.Password);
        await first.Type("q", "волжский трубный");
        await first.Press("Найти", "Find");
        await first.Looks();
        await first.Goes(() => first.Page.Locator("main .tbl a").First.ClickAsync());
        await first.Looks();
        await first.Follow("Записать письмо", "Record the letter");
        await first.Looks();
        await first.Type(("SignedBy", "Хасанов Р. Т., генеральный директор"), ("FullName", "Соколова Анна Игоревна"), ("Position", "Коммерческий директор"), ("Phone", "+7 844 233-45-10"), ("Email", NewMaster));
        await first.PressInVain("Создать обращение", "Open the case");
        await first.Page.SetInputFilesAsync("[name=Letter]", new FilePayload { Name = "Письмо.pdf", MimeType = "application/pdf", Buffer = Given.Pdf });
        await first.Press("Создать обращение", "Open the case");
        await first.Looks();
        await first.Tick("IsGenuine");
        await first.Tick("SignerIsHead");
        await first.Tick("WasCalledBack");
        await first.Type("Note", "+7 343 300-10-20, секретарь");
        await first.Press("Письмо проверено", "The letter is checked");
        await first.Reads("утвердить его должен коллега", "a colleague approves it");
        Assert.Equal(0, await first.Button("Утвердить", "Approve").CountAsync());
        first.ComplainsOfNothing();
        return new Uri(first.Page.Url).AbsolutePath;
    }

    private static async Task GivesOneselfTheRight(Visitor master)
    {
        await master.GoTo("/company/people");
        await master.Goes(() => master.Page.Locator("tr", new() { HasText = "Соколова" }).Locator("a").First.ClickAsync());
        await master.Tick("IsContactPerson");
        await master.Tick("MaySubmit");
        await master.Press("Сохранить", "Save");
    }
}
