using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Registers a company: five steps, each saved, one of them left in the middle and taken up again by the mailed link.</summary>
/// <param name="story">Whose journey.</param>
/// <param name="looks">Whether every page is looked at; otherwise it is only gone through.</param>
internal sealed class Applicant(Story story, bool looks = true)
{
    private static readonly string[] Documents = ["charter", "appointment", "accounts", "declaration"];

    /// <returns>The registration's number, as it is shown.</returns>
    public async Task<string> Registers()
    {
        await using (var before = await story.Somebody())
        {
            await LooksAround(before);
            await Begins(before);
            await SaysWhoTheCompanyIs(before);
            before.ComplainsOfNothing();
        }

        await using var after = await story.Somebody();
        await GoesOnByTheMailedLink(after);
        await NamesRegionsAndPeople(after);
        await ChoosesProducts(after);
        await AttachesDocuments(after);
        await AgreesAndChecksEverything(after);
        var number = await Sends(after);
        after.ComplainsOfNothing();
        return number;
    }

    /// <summary>
    /// Every step by its buttons: nothing is searched, stored, counted or filled in before a form is sent. One step is left backwards on the way,
    /// and the address is confirmed last.
    /// </summary>
    public async Task RegistersWithoutScripts()
    {
        await using var me = await story.Somebody(scripts: false);
        await Begins(me);
        await SaysWhoTheCompanyIs(me);
        await NamesRegionsAndPeople(me);
        await ChoosesProducts(me);
        await AttachesWithTheForm(me);
        await AgreesAndChecksEverything(me);
        await me.PressInVain("Отправить заявку", "Send the registration");
        var mail = await story.Stand.Post.To(story.Contact.Email, story.Say("ссылка на черновик", "the link to the draft"));
        await me.GoTo(mail.Button);
        await me.Press("Подтвердить адрес и продолжить", "Confirm the address and go on");
        await Sends(me);
        await me.Expect(".band").ToContainTextAsync(story.Say("Отправлена", "Submitted"));
        me.ComplainsOfNothing();
    }

    private Task Look(Visitor me) => looks ? me.Looks() : Task.CompletedTask;

    private async Task LooksAround(Visitor me)
    {
        await me.GoTo("/");
        await Look(me);
        await me.Follow("Зарегистрировать компанию", "Register a company");
        await Look(me);
    }

    /// <summary>From the page that explains the registration to its second step.</summary>
    public async Task Begins(Visitor me)
    {
        await me.GoTo("/registration");
        await me.Follow("Начать", "Begin");
        await Look(me);
        var names = story.Contact.FullName.Split(' ');
        await me.Type(("LastName", names[0]), ("FirstName", names[1]), ("MiddleName", names[2]), ("Email", "zhuravleva@kama"));
        await me.PressInVain("Сохранить и продолжить", "Save and continue");
        await me.IsToldAt("Email", "zhuravleva@kama");
        await Assertions.Expect(me.Field("LastName")).ToHaveValueAsync(names[0]);
        await Look(me);

        await me.Type("Email", story.Contact.Email);
        await me.Press("Сохранить и продолжить", "Save and continue");
    }

    private async Task SaysWhoTheCompanyIs(Visitor me)
    {
        await me.Reads("Реквизиты компании", "Company details");
        await Look(me);
        await me.Choose("LegalForm", "LLC");
        await me.Type(
            ("FullName", story.CompanyInFull), ("ShortName", story.Company), ("TaxNumber", story.WrongInn), ("Kpp", Story.Kpp),
            ("RegistrationNumber", story.Ogrn), ("LegalAddress.Index", "614000"), ("LegalAddress.Region", story.Say("Пермский край", "Perm Territory")),
            ("LegalAddress.City", story.Say("Пермь", "Perm")), ("LegalAddress.Street", story.Address), ("Phone", story.Director.Phone), ("Email", $"office@{story.Domain}"),
            ("BankCode", Story.Bik), ("BankName", story.Say("ПАО «Сбербанк», Москва", "Sberbank, Moscow")), ("BankAccount", story.Account));
        await me.PressInVain("Сохранить и продолжить", "Save and continue");
        await me.IsToldAt("TaxNumber", story.WrongInn);
        await Assertions.Expect(me.Field("BankAccount")).ToHaveValueAsync(story.Account);
        await Look(me);

        await me.Type("TaxNumber", story.Inn);
        await me.Press("Сохранить и продолжить", "Save and continue");
        await me.Reads("Регионы и люди", "Regions and people");
    }

    /// <summary>In another browser, the next day.</summary>
    private async Task GoesOnByTheMailedLink(Visitor me)
    {
        var mail = await story.Stand.Post.To(story.Contact.Email, story.Say("ссылка на черновик", "the link to the draft"));
        await me.GoTo(mail.Button);
        await Look(me);
        await me.Press("Подтвердить адрес и продолжить", "Confirm the address and go on");
        await me.Reads(story.Inn, story.Inn);
        await Look(me);
        await me.FollowTo("/registration/people");
    }

    private async Task NamesRegionsAndPeople(Visitor me)
    {
        await Look(me);
        await me.Goes(() => me.Page.Locator("button[value^='district:']").First.ClickAsync());
        await me.Type(("People[0].Position", story.Contact.Position), ("People[0].Phone", story.Contact.Phone));
        await me.Tick("People[0].Roles", "ContactPerson");
        await me.Press("Добавить человека", "Add a person");
        await me.Type(
            ("People[1].FullName", story.Director.FullName), ("People[1].Position", story.Director.Position),
            ("People[1].Phone", story.Director.Phone), ("People[1].Email", story.Contact.Email));
        await me.Tick("People[1].Roles", "Signatory");
        await me.Tick("People[1].Roles", "MasterUser");
        await me.Choose("People[1].Basis", "Charter");
        await me.PressInVain("Сохранить и продолжить", "Save and continue");
        await me.IsToldAt("People[1].Email", story.Contact.Email);
        await Look(me);

        await me.Type("People[1].Email", story.Director.Email);
        await me.Press("Сохранить и продолжить", "Save and continue");
    }

    private async Task ChoosesProducts(Visitor me)
    {
        await Look(me);
        await me.PressInVain("Сохранить и продолжить", "Save and continue");
        await me.Type("Q", Story.Category);
        await me.Press("Найти", "Find");
        await me.Page.GetByLabel(story.Say("Вся группа: Трубы стальные", "The whole group: Steel pipes")).CheckAsync();
        await Look(me);
        await me.Press("Сохранить и продолжить", "Save and continue");
    }

    private async Task AttachesDocuments(Visitor me)
    {
        await Look(me);
        me.AnswerExpected = 422;
        await me.Goes(() => Choose(me, "charter", "Устав.pdf", "No document at all."u8.ToArray()));
        await me.Expect(".error-summary").ToBeVisibleAsync();
        await Look(me);
        me.AnswerExpected = 0;
        foreach (var kind in Documents)
        {
            await me.Goes(() => Choose(me, kind, $"{kind}.pdf", Given.Pdf));
            await me.Expect($"section[aria-labelledby='kind-{kind}'] .files").ToContainTextAsync($"{kind}.pdf");
        }
    }

    /// <summary>The files go with the form: one that can't be taken is named at its field, the others are stored, also when the step is left backwards.</summary>
    private static async Task AttachesWithTheForm(Visitor me)
    {
        await Choose(me, Documents[0], "charter.pdf", Given.Pdf);
        await Choose(me, Documents[1], "Устав.pdf", "No document at all."u8.ToArray());
        await me.PressInVain("Назад: номенклатура", "Back: products");
        await me.Expect($"section[aria-labelledby='kind-{Documents[1]}'] .err").ToContainTextAsync("Устав.pdf");
        await me.Expect($"section[aria-labelledby='kind-{Documents[0]}'] .files").ToContainTextAsync("charter.pdf");
        await Choose(me, Documents[1], $"{Documents[1]}.pdf", Given.Pdf);
        await me.Press("Назад: номенклатура", "Back: products");
        await me.Reads("Выбрано: 1", "Chosen: 1");
        await me.Press("Сохранить и продолжить", "Save and continue");
        await me.Expect($"section[aria-labelledby='kind-{Documents[1]}'] .files").ToContainTextAsync($"{Documents[1]}.pdf");
        foreach (var kind in Documents[2..])
        {
            await Choose(me, kind, $"{kind}.pdf", Given.Pdf);
        }
    }

    public static Task Choose(Visitor me, string kind, string name, byte[] bytes) => me.Page.Locator($"section[aria-labelledby='kind-{kind}'] input[type=file]")
        .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = bytes });

    private async Task AgreesAndChecksEverything(Visitor me)
    {
        await me.PressInVain("Сохранить и проверить всё", "Save and check everything");
        await me.Tick("Terms");
        await me.Tick("PersonalData");
        await me.Tick("PeopleInformed");
        await me.Press("Сохранить и проверить всё", "Save and check everything");
        await me.Reads("Все пять шагов заполнены", "All five steps are filled in");
        await me.Reads(story.Director.FullName, story.Director.FullName);
        await me.Reads("charter.pdf", "charter.pdf");
        await Look(me);
    }

    private async Task<string> Sends(Visitor me)
    {
        await me.Press("Отправить заявку", "Send the registration");
        await Look(me);
        var number = (await me.Page.Locator(".band-id b").InnerTextAsync()).Split('-', 2)[1];
        Assert.Matches(@"^\d{4}-\d{4}$", number);
        _ = await story.Stand.Post.To(story.Contact.Email, number);
        return number;
    }
}
