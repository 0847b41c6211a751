using Microsoft.Playwright;
using SrmPortal.Web.Demo;
using SrmPortal.Web.Features.Helping;

namespace SrmPortal.Browser.Tests;

/// <summary>The answers of the help are true: what each says is done, and what it promises is seen.</summary>
public sealed partial class LookingAroundTests
{
    private const string Pipes = "/events/20060007/0", Offerer = "gusev@samtrub.example";

    /// <summary>Which journey walks the answer to which question of the former help.</summary>
    private static readonly Dictionary<string, int[]> Walked = new()
    {
        [nameof(An_applicant_finds_true_what_the_help_says)] = [1, 2, 4, 5, 10, 21, 27, 32],
        [nameof(A_contact_person_finds_true_what_the_help_says)] = [13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 28, 29, 30, 31, 34, 36, 37],
        [nameof(A_master_user_finds_true_what_the_help_says)] = [3, 6, 7, 8, 11, 12, 33, 35],
        [nameof(LostMasterJourneyTests.A_letter_and_two_people_of_the_support_give_a_company_a_new_master_who_waits_a_day)] = [9],
    };

    [Fact]
    public void Every_answer_of_the_help_is_walked() => Assert.Equal(HelpTopics.Answers.Select(answer => answer.No), Walked.Values.SelectMany(no => no).Order());

    [Fact]
    public async Task An_applicant_finds_true_what_the_help_says()
    {
        await using var me = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 390);
        await me.GoTo("/help");
        await me.Looks();
        await me.Type("q", "забыла пароль");
        await me.Press("Найти", "Find");
        await me.Looks();
        await me.Goes(() => me.Page.Locator(".topics a").First.ClickAsync());
        await me.Looks();
        await me.Expect("h1").ToHaveTextAsync("Имя пользователя, пароль, вход");

        var walk = new AnswerWalk(me);
        await walk.Of(1, "/registration/country", () => Assertions.Expect(me.Page.Locator(".stepper li")).ToHaveCountAsync(5));
        await walk.Of(27, "/registration", () => me.Reads("Пять шагов, обычно 30–40 минут", ""));
        await walk.Of(4, "/registration/country", () => IsToldThatTheCompanyIsThere(me));
        await walk.Of(2, (await stand.Post.To("ershov@tagiltrans.example", "заседание")).Button, () => me.Expect("main").ToContainTextAsync("заседани"));
        await walk.Of(10, (await stand.Post.To("noskov@himreagent.example", "пройдена")).Button, () => me.Expect(".tracker .is-ok").ToBeVisibleAsync());
        foreach (var no in new[] { 5, 21, 32 })
        {
            await walk.Of(no, "/sign-in", () => Assertions.Expect(me.Page.Locator("object, embed, applet, a[target=_blank]:not(.help-link)")).ToHaveCountAsync(0));
        }

        walk.IsDone(Walked[nameof(An_applicant_finds_true_what_the_help_says)]);
    }

    [Fact]
    public async Task A_contact_person_finds_true_what_the_help_says()
    {
        await using var me = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 1440);
        me.Page.Dialog += async (_, leaving) => await leaving.AcceptAsync();
        await me.SignsIn(Offerer, stand.Accounts.Password);
        var walk = new AnswerWalk(me);
        await ReadsTheEvent(me, walk);
        await FillsInTheOffer(me, walk);
        await SubmitsTheOffer(me, walk);
        walk.IsDone(Walked[nameof(A_contact_person_finds_true_what_the_help_says)]);
    }

    [Fact]
    public async Task A_master_user_finds_true_what_the_help_says()
    {
        const string Colleague = "petrova@samtrub.example";
        await using var me = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 1440);
        me.Page.Dialog += async (_, leaving) => await leaving.AcceptAsync();
        await me.SignsIn(Offerer, stand.Accounts.Password);
        var walk = new AnswerWalk(me);
        await walk.Of(35, "/company/categories", async () =>
        {
            await me.Reads("Изменение на рассмотрении с", "");
            await Assertions.Expect(me.Page.Locator("main a[href$='/categories/add']")).ToHaveCountAsync(0);
            await me.Follow("Посмотреть запрос", "");
            await me.Press("Отозвать запрос", "");
        });
        await walk.Of(11, "/company/categories/add", async () =>
        {
            await me.Type("Q", "арматура");
            await me.Press("Найти", "");
            await me.Page.Locator(".tree input[type=checkbox]:visible").Last.CheckAsync();
            await me.Press("Отправить запрос", "");
            await me.Reads("Его посмотрят проверяющие", "");
        });
        await walk.Of(3, "/company/people/add", async () =>
        {
            foreach (var right in new[] { "IsContactPerson", "MaySubmit", "IsMasterUser", "IsViewer" })
            {
                await Assertions.Expect(me.Field(right)).ToBeVisibleAsync();
            }
        });
        await walk.Of(12, "/company/people/add", async () =>
        {
            await me.Type(("FullName", "Петрова Мария Ивановна"), ("Email", Colleague));
            await me.Press("Добавить и выслать доступ", "");
            await me.Expect("tr:has-text('Петрова') a[href$='/block']").ToBeVisibleAsync();
        });
        await LetsHerselfIn(walk, Colleague);
        await walk.Of(33, Pipes + "/offer", () => IsNotTakenForAnother(me));
        walk.IsDone(Walked[nameof(A_master_user_finds_true_what_the_help_says)]);
    }

    private async Task IsToldThatTheCompanyIsThere(Visitor me)
    {
        await me.Type(("LastName", "Сидоров"), ("FirstName", "Пётр"), ("Email", "sidorov@new.example"));
        await me.Press("Сохранить и продолжить", "");
        await me.GoTo((await stand.Post.To("sidorov@new.example", "ссылка на черновик")).Button);
        await me.Press("Подтвердить адрес и продолжить", "");
        await me.GoTo("/registration/details");
        var known = DemoCompanies.All[0].Details;
        await me.Choose("LegalForm", "LLC");
        await me.Type(("FullName", known.FullName), ("ShortName", known.ShortName), ("TaxNumber", known.TaxNumber), ("Kpp", known.Kpp), ("RegistrationNumber", known.RegistrationNumber),
            ("LegalAddress.Index", "620028"), ("LegalAddress.Region", "Свердловская область"), ("LegalAddress.City", "Екатеринбург"), ("LegalAddress.Street", "ул. Фролова, 31"),
            ("Phone", "+7 343 300-10-20"), ("Email", "office@new.example"), ("BankCode", known.BankCode), ("BankName", known.BankName), ("BankAccount", known.BankAccount));
        await me.PressInVain("Сохранить и продолжить", "");
        await me.Reads("Данная компания уже зарегистрирована", "");
    }

    private async Task ReadsTheEvent(Visitor me, AnswerWalk walk)
    {
        await walk.Of(13, (await stand.Post.To(Offerer, "Приглашение: Запрос предложений 20060007/0")).Button, () => me.Expect(".band").ToContainTextAsync("20060007/0"));
        me.AnswerExpected = 404;
        await walk.Of(29, (await stand.Post.To("safina@promtehkom.example", "Арматура трубопроводная")).Button, () => me.Reads("Такой страницы нет или она вам недоступна", ""));
        me.AnswerExpected = 0;
        await walk.Of(25, "/events", async () =>
        {
            await me.Type("q", "*6000*7 ");
            await me.Press("Найти", "");
            await me.Expect("table").ToContainTextAsync("20060007/0");
        });
        await walk.Of(34, "/events?q=20060007&status=awarded", async () =>
        {
            await me.Reads("С другим статусом есть 1 процедура", "");
            await me.Follow("Показать с любым статусом", "");
            await me.Expect("table").ToContainTextAsync("20060007/0");
        });
        await walk.Of(16, Pipes, () => me.Expect(".facts").ToContainTextAsync("Выйский металлургический завод"));
        await walk.Of(37, Pipes, () => me.Expect("aside a[href^='mailto:a.lebedev'][href*='subject=20060007']").ToBeVisibleAsync());
        await walk.Of(22, Pipes, () => me.Reads("Имена и цены других не показываются", ""));
        await walk.Of(17, Pipes + "/items", () => me.Expect("table").ToContainTextAsync("ГОСТ 8732-78"));
        await walk.Of(14, Pipes + "/clarifications", async () =>
        {
            await me.Tick("Kind", "MoreTime");
            await me.Type("Text", "Просим ещё один день: ждём цену завода.");
            await me.Press("Задать вопрос", "");
            await me.Reads("Вопрос передан закупщику.", "");
        });
        await walk.Of(28, Pipes + "/documents", async () =>
        {
            await me.Expect(".files").ToContainTextAsync("Техническое задание");
            await me.GoTo(Pipes + "/offer/files");
            await me.Page.SetInputFilesAsync("[name=files]", new FilePayload { Name = "Сертификат.pdf", MimeType = "application/pdf", Buffer = Given.Pdf });
            await me.Press("Добавить и запечатать", "");
            await me.Reads("Сертификат.pdf", "");
        });
    }

    private async Task LetsHerselfIn(AnswerWalk walk, string address)
    {
        const string First = "kolibri-nad-ozerom-7", Second = "olha-u-ruchya-vecherom-9";
        await using var she = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 1440);
        var access = await stand.Post.To(address, "Доступ к порталу");
        await walk.As(she).Of(6, access.Button, async () =>
        {
            Assert.Matches("SRM[0-9]{9}", access.Subject);
            await SetsPassword(she, First);
        });
        await she.Press("Выйти", "");
        await walk.As(she).Of(7, "/sign-in", async () =>
        {
            await she.Follow("Забыли пароль?", "");
            await she.Type("Login", address);
            await she.Press("Отправить письмо", "");
            await she.GoTo((await stand.Post.To(address, "Новый пароль для")).Button);
            await SetsPassword(she, Second);
        });
        await using var elsewhere = await Visitor.Comes(chromium.Browser, stand.Address, "ru", 390);
        await walk.As(elsewhere).Of(8, "/sign-in", async () =>
        {
            for (var wrong = 0; wrong < 3; wrong++)
            {
                await elsewhere.Type(("Login", address), ("Password", First));
                await elsewhere.PressInVain("Войти", "");
            }

            await elsewhere.Reads("После неверных паролей вход отсюда закрыт до", "");
            await elsewhere.GoTo((await stand.Post.To(address, "Неверные пароли для")).Button);
            await elsewhere.Press("Открыть мне вход", "");
            await elsewhere.SignsIn(address, Second);
        });
    }

    private static async Task SetsPassword(Visitor she, string password)
    {
        await she.Type("NewPassword", password);
        await she.Press("Задать пароль и войти", "");
        await she.Expect(".topbar .tools a[href='/profile']").ToBeVisibleAsync();
    }

    private async Task IsNotTakenForAnother(Visitor me)
    {
        var other = await me.Page.Context.NewPageAsync();
        await other.GotoAsync("/sign-in");
        await other.FillAsync("[name=Login]", "belozerov@nordstal.example");
        await other.FillAsync("[name=Password]", stand.Accounts.Password);
        await other.Locator("main form button[type=submit]").First.ClickAsync();
        await other.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        me.AnswerExpected = 400;
        await Saves(me);
        await me.Reads("Эта форма больше не действует", "");
        await other.CloseAsync();
    }

    private static Task Saves(Visitor me) => me.Goes(() => me.Page.Locator(".actionbar .btn-secondary").ClickAsync());

    /// <summary>Reads an answer of the help, goes where it says, and does it; and keeps which answers were walked.</summary>
    private sealed class AnswerWalk(Visitor visitor, List<int>? walked = null)
    {
        private readonly List<int> _walked = walked ?? [];

        /// <summary>Somebody else goes on.</summary>
        public AnswerWalk As(Visitor other) => new(other, _walked);

        public async Task Of(int no, string where, Func<Task> step)
        {
            var answer = HelpTopics.Answers[no - 1];
            try
            {
                await visitor.GoTo($"/help/{answer.Topic}#{answer.Part}");
                await visitor.Expect($"#{answer.Part}").ToBeVisibleAsync();
                await visitor.GoTo(where);
                await step();
            }
            catch (Exception failure) when (failure is not InvalidOperationException)
            {
                throw new InvalidOperationException($"F{no}, {answer.Topic}#{answer.Part}, at {visitor.Page.Url}: {failure.Message}", failure);
            }

            _walked.Add(no);
        }

        public void IsDone(IEnumerable<int> expected)
        {
            Assert.Equal(expected, _walked.Order());
            visitor.ComplainsOfNothing();
        }
    }
}
