using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>
/// Registers a company without ever touching the screen. What cannot be reached by Tab, or does not answer the keys, stops the journey.
/// </summary>
internal sealed class KeyboardApplicant(Story story)
{
    private const string MainButton = "main form button.btn-primary";

    private static readonly string[] Documents = ["charter", "appointment", "accounts", "declaration"];

    public async Task Registers()
    {
        await using var me = await story.Somebody();
        await Begins(me);
        await SaysWhoTheCompanyIs(me);
        await NamesRegionsAndPeople(me);
        await ChoosesProducts(me);
        await AttachesAndAgrees(me);
        await ConfirmsAndSends(me);
        me.ComplainsOfNothing();
    }

    private async Task Begins(Visitor me)
    {
        await me.GoTo("/registration");
        await me.PressByKeyboard("main a.btn-primary");
        // The country is found as it is typed.
        await me.TabTo("#Country");
        await me.Page.Keyboard.TypeAsync(story.Say("бел", "bel"));
        await me.Expect("#Country-list li[aria-selected]").ToContainTextAsync(story.Say("Беларусь", "Belarus"));
        await me.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(me.Page.Locator("#Country-select")).ToHaveValueAsync("BY");
        await me.Page.Keyboard.TypeAsync(story.Say("росс", "russ"));
        await me.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(me.Page.Locator("#Country-select")).ToHaveValueAsync("RU");
        var names = story.Contact.FullName.Split(' ');
        await me.TypeByKeyboard(("LastName", names[0]), ("FirstName", names[1]), ("MiddleName", names[2]), ("Email", story.Contact.Email));
        await me.PressByKeyboard(MainButton);
    }

    private async Task SaysWhoTheCompanyIs(Visitor me)
    {
        await me.Reads("Реквизиты компании", "Company details");
        await me.TypeByKeyboard(("FullName", story.CompanyInFull), ("ShortName", story.Company));
        await me.TabTo("[name=LegalForm]");
        await me.Page.Keyboard.PressAsync("ArrowDown");
        await me.TypeByKeyboard(("TaxNumber", story.WrongInn), ("Kpp", Story.Kpp), ("RegistrationNumber", story.Ogrn), ("LegalAddress.Index", "614000"),
            ("LegalAddress.Region", "Пермский край"), ("LegalAddress.City", "Пермь"), ("LegalAddress.Street", story.Address), ("Phone", story.Director.Phone),
            ("Email", $"office@{story.Domain}"), ("BankCode", Story.Bik), ("BankName", "ПАО «Сбербанк»"), ("BankAccount", story.Account));
        me.AnswerExpected = 422;
        await me.PressByKeyboard(MainButton);
        // The summary has the focus, and its first link leads to the field.
        await me.Expect(".error-summary").ToBeFocusedAsync();
        await me.TabTo(".error-summary a");
        await me.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(me.Field("TaxNumber")).ToBeFocusedAsync();
        me.AnswerExpected = 0;
        await me.Page.Keyboard.PressAsync("Control+A");
        await me.Page.Keyboard.TypeAsync(story.Inn);
        await me.Goes(() => me.Page.Keyboard.PressAsync("Enter"));
    }

    private async Task NamesRegionsAndPeople(Visitor me)
    {
        await me.Reads("Регионы и люди", "Regions and people");
        await me.PressByKeyboard("button[value='district:ural']");
        await me.TypeByKeyboard(("People[0].Position", story.Contact.Position), ("People[0].Phone", story.Contact.Phone));
        await me.TickByKeyboard("[name='People[0].Roles'][value=Signatory]", "[name='People[0].Roles'][value=MasterUser]");
        await me.TabTo("[name='People[0].Basis']");
        await me.Page.Keyboard.PressAsync("ArrowDown");
        await me.PressByKeyboard(MainButton);
    }

    private async Task ChoosesProducts(Visitor me)
    {
        await me.TypeByKeyboard(("Q", story.Say("бесшов", "seamless")));
        await me.Expect("#found input").ToBeVisibleAsync();
        await me.TickByKeyboard("#found input:not(:disabled):not(:checked)", "#found input:not(:disabled):not(:checked)");
        // True before anything is saved.
        await me.Reads("Выбрано: 2", "Chosen: 2");
        await me.Looks();
        await me.TabTo("ul.chosen button");
        await me.Page.Keyboard.PressAsync("Enter");
        await me.Reads("Выбрано: 1", "Chosen: 1");
        await me.PressByKeyboard(MainButton);
    }

    private static async Task AttachesAndAgrees(Visitor me)
    {
        await me.Reads("Документы", "Documents");
        foreach (var kind in Documents)
        {
            await me.TabTo($"section[aria-labelledby='kind-{kind}'] input[type=file]");
            // The dialog in which a file is chosen is the system's own; a browser without windows shows none.
            await me.Goes(() => me.Page.Locator(":focus").SetInputFilesAsync(new FilePayload { Name = $"{kind}.pdf", MimeType = "application/pdf", Buffer = Given.Pdf }));
            await me.Expect($"section[aria-labelledby='kind-{kind}'] .files").ToContainTextAsync($"{kind}.pdf");
        }

        await me.TickByKeyboard("[name=Terms][type=checkbox]", "[name=PersonalData][type=checkbox]", "[name=PeopleInformed][type=checkbox]");
        await me.PressByKeyboard(MainButton);
        await me.Reads("Все пять шагов заполнены", "All five steps are filled in");
    }

    private async Task ConfirmsAndSends(Visitor me)
    {
        var mail = await story.Stand.Post.To(story.Contact.Email, story.Say("ссылка на черновик", "the link to the draft"));
        await me.GoTo(mail.Button);
        await me.PressByKeyboard("main button.btn-primary");
        await me.PressByKeyboard("form[action$='/send'] button.btn-primary");
        await me.Expect(".band").ToContainTextAsync(story.Say("Отправлена", "Submitted"));
        await me.Looks();
    }
}
