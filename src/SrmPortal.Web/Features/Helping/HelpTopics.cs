using static SrmPortal.Web.Features.Helping.HelpReader;

namespace SrmPortal.Web.Features.Helping;

/// <summary>All articles of the help, in the order in which they are listed.</summary>
public static class HelpTopics
{
    public static readonly IReadOnlyList<HelpTopic> All =
    [
        new("running-an-event", HelpGroup.Work, Buyer)
        {
            Pages = ["/events/new", "/events/*/*/draft", "/events/*/*/amendment", "/events/*/*/extend", "/events/*/*/suppliers", "/events/*/*/team", "/absence", "/events/month"],
            Related = ["opening-and-award", "approvals", "event-kinds", "amendments"], AlsoCalled = "публикация черновик draft publish deputy заместитель",
        },
        new("opening-and-award", HelpGroup.Work, Buyer, Approver, Auditor)
        {
            Pages = ["/events/*/*/opening", "/events/*/*/comparison", "/events/*/*/award", "/events/*/*/protocol", "/events/*/*/next"],
            Related = ["running-an-event", "approvals", "results"], AlsoCalled = "сравнение протокол выбор победитель comparison winner",
        },
        new("approvals", HelpGroup.Work, Approver, Buyer) { Pages = ["/approvals"], Related = ["running-an-event", "opening-and-award"], AlsoCalled = "согласование порог limit threshold" },
        new("accreditation-desk", HelpGroup.Work, Desk)
        {
            Pages = ["/accreditation", "/accreditation/*", "/accreditation/commission", "/accreditation/changes"], Related = ["accreditation", "company-data"], AlsoCalled = "очередь проверяющий reviewer queue",
        },
        new("support-desk", HelpGroup.Work, HelpReader.Support) { Pages = ["/support", "/support/cases"], Related = ["lost-master", "sign-in", "mails"], AlsoCalled = "звонок обращение caller case" },
        new("administration", HelpGroup.Work, Administrator)
        {
            Pages = ["/administration", "/suppliers/import"], Related = ["accreditation-desk", "support-desk"], AlsoCalled = "параметры роли settings roles",
        },
        new("audit", HelpGroup.Work, Auditor) { Pages = ["/audit"], Related = ["opening-and-award", "receipt"], AlsoCalled = "журнал история history log" },

        new("registration", HelpGroup.Registration, Applicant)
        {
            Pages = ["/registration", "/registration/country", "/registration/people", "/registration/products", "/registration/documents", "/registration/summary"],
            Related = ["accreditation", "already-registered", "company-numbers", "what-you-need"], AlsoCalled = "анкета заявка самостоятельная регистрация questionnaire application",
        },
        new("accreditation", HelpGroup.Registration, Applicant, MasterUser)
        {
            Pages = ["/registration/status", "/company/renewal"], Related = ["registration", "categories", "accreditation-desk"],
            AlsoCalled = "проверка безопасность транспорт логистика перевозки квалификационная комиссия transport logistics status статус",
        },
        new("already-registered", HelpGroup.Registration, Applicant) { Pages = ["/registration/resume"], Related = ["registration", "sign-in", "lost-master"], AlsoCalled = "повторная регистрация филиал again branch" },
        new("company-numbers", HelpGroup.Registration, Applicant, MasterUser)
        {
            Pages = ["/registration/details", "/company/bank"], Related = ["registration", "company-data"], AlsoCalled = "реквизиты ИНН КПП ОГРН БИК IBAN tax",
        },
        new("what-you-need", HelpGroup.Registration, Applicant, Supplier)
        {
            Related = ["registration", "sign-in"], AlsoCalled = "браузер chrome explorer java всплывающие окна эцп цифровая подпись стоимость платно бесплатно price fee digital signature token",
        },

        new("sign-in", HelpGroup.Access, Supplier, MasterUser, Applicant)
        {
            Pages = ["/sign-in", "/sign-in/code", "/forgotten", "/unlock/*", "/profile", "/profile/security", "/profile/password", "/profile/two-step"],
            Related = ["company-people", "access-refused", "mails"], AlsoCalled = "логин пароль заблокирован разблокировать сброс login password blocked unlock reset",
        },
        new("access-refused", HelpGroup.Access, Supplier, MasterUser)
        {
            Pages = ["/choose-company"], Related = ["sign-in", "company-people", "find-event"], AlsoCalled = "нет полномочий нет прав кэш перезапустить no authority cache 403 404",
        },
        new("your-data", HelpGroup.Access, Supplier, MasterUser, Applicant)
        {
            Pages = ["/profile/data", "/profile/data/revoke"], Related = ["sign-in", "company-people", "mails"], AlsoCalled = "согласие отзыв удаление 152-ФЗ персональные данные consent erase GDPR privacy",
        },
        new("mails", HelpGroup.Access, Supplier, MasterUser, Applicant) { Pages = ["/notifications", "/profile/notices"], Related = ["invitation", "categories"], AlsoCalled = "спам рассылка не приходят приглашения уведомления spam notifications" },

        new("company-people", HelpGroup.Company, MasterUser, Applicant)
        {
            Pages = ["/company/people", "/company/people/add", "/company/people/*"], Related = ["lost-master", "sign-in", "company-data"],
            AlsoCalled = "контактное лицо мастер-пользователь администратор пользователи сотрудники contact person users administrator",
        },
        new("lost-master", HelpGroup.Company, MasterUser, Supplier, HelpReader.Support)
        {
            Pages = ["/support/companies/*"], Related = ["company-people", "sign-in"], AlsoCalled = "уволился администратор официальное письмо бланк letterhead letter left",
        },
        new("company-data", HelpGroup.Company, MasterUser)
        {
            Pages = ["/company", "/company/contacts", "/company/documents", "/company/signatories", "/company/changes/*"], Related = ["company-numbers", "categories", "company-people"],
            AlsoCalled = "сертификат документы доверенность подписант срок продление certificate power of attorney renewal",
        },
        new("categories", HelpGroup.Company, MasterUser, Supplier)
        {
            Pages = ["/company/categories", "/company/categories/add"], Related = ["company-data", "invitation", "accreditation"],
            AlsoCalled = "номенклатура материалы запрос уже существует добавить products request exists already",
        },

        new("invitation", HelpGroup.Events, Supplier) { Related = ["find-event", "event-card", "mails", "withdraw"], AlsoCalled = "участие отказ invitation take part" },
        new("find-event", HelpGroup.Events, Supplier) { Pages = ["/events"], Related = ["event-card", "invitation", "access-refused"], AlsoCalled = "поиск номер не отображается не видно фильтр search number filter missing" },
        new("event-card", HelpGroup.Events, Supplier)
        {
            Pages = ["/events/*/*", "/events/*/*/items", "/events/*/*/documents", "/events/*/*/print"], Related = ["deadline", "questions-to-buyer", "event-kinds", "offer"],
            AlsoCalled = "местоположение материал просмотр перед печатью документация сотрудничество ответственный location full name collaboration",
        },
        new("deadline", HelpGroup.Events, Supplier) { Related = ["questions-to-buyer", "amendments", "saved-or-submitted"], AlsoCalled = "срок продлить время пояс дедлайн extend time zone" },
        new("questions-to-buyer", HelpGroup.Events, Supplier) { Pages = ["/events/*/*/clarifications"], Related = ["deadline", "event-card", "mandatory-questions"], AlsoCalled = "разъяснение спросить clarification" },
        new("event-kinds", HelpGroup.Events, Supplier, Buyer) { Related = ["amendments", "results", "auction"], AlsoCalled = "виды процедур тендер конкурс переторжка tender kinds" },
        new("amendments", HelpGroup.Events, Supplier)
        {
            Pages = ["/events/*/*/history", "/events/*/*/offer/confirm"], Related = ["saved-or-submitted", "deadline", "offer"], AlsoCalled = "подтвердить подтверждение изменение отмена confirm change cancel",
        },

        new("offer", HelpGroup.Offer, Supplier)
        {
            Pages = ["/events/*/*/offer"], Related = ["offer-short", "lines", "prices", "receipt", "saved-or-submitted"], AlsoCalled = "подать подача оферта заявка submit bid",
        },
        new("offer-short", HelpGroup.Offer, Supplier) { Related = ["offer", "practice", "saved-or-submitted", "receipt"], AlsoCalled = "подать подача кратко submit brief" },
        new("practice", HelpGroup.Offer, Supplier)
        {
            Pages = ["/practice"], Related = ["offer", "offer-short", "receipt"],
            AlsoCalled = "потренироваться тренировка попробовать учебная тестовая демо обучение try test training demo practise",
        },
        new("saved-or-submitted", HelpGroup.Offer, Supplier)
        {
            Pages = ["/events/*/*/offer/review"], Related = ["offer", "receipt", "withdraw", "working-together"],
            AlsoCalled = "закупщик не видит сохранено подано только чтение изменить обработать not visible read only change edit",
        },
        new("prices", HelpGroup.Offer, Supplier) { Related = ["lines", "incoterms", "spreadsheet"], AlsoCalled = "ндс валюта курс евро доллар vat currency euro" },
        new("lines", HelpGroup.Offer, Supplier) { Related = ["prices", "spreadsheet", "offer"], AlsoCalled = "аналог замена ноль количество позиция лот substitute zero quantity lot alternative" },
        new("incoterms", HelpGroup.Offer, Supplier) { Related = ["prices", "offer"], AlsoCalled = "инкотермс базис поставки местонахождение данные о местонахождении обязательны location data is mandatory delivery" },
        new("mandatory-questions", HelpGroup.Offer, Supplier) { Pages = ["/events/*/*/questions"], Related = ["attachments", "questions-to-buyer", "offer"], AlsoCalled = "введите значение обязательный вопрос enter a value" },
        new("attachments", HelpGroup.Offer, Supplier) { Pages = ["/events/*/*/offer/files"], Related = ["mandatory-questions", "offer"], AlsoCalled = "файл документы сотрудничество загрузить upload file" },
        new("spreadsheet", HelpGroup.Offer, Supplier) { Pages = ["/events/*/*/offer/prices"], Related = ["lines", "prices"], AlsoCalled = "excel эксель таблица загрузить xlsx upload" },
        new("working-together", HelpGroup.Offer, Supplier)
        {
            Related = ["saved-or-submitted", "sign-in"], AlsoCalled = "уже открыт в другом режиме заблокирован коллега окно already open another mode locked colleague",
        },
        new("withdraw", HelpGroup.Offer, Supplier) { Pages = ["/events/*/*/offer/withdraw", "/events/*/*/decline"], Related = ["saved-or-submitted", "invitation"], AlsoCalled = "отозвать отзыв отказаться отказ decline" },

        new("receipt", HelpGroup.Afterwards, Supplier) { Pages = ["/verify", "/events/*/*/offer/versions/*"], Related = ["results", "saved-or-submitted"], AlsoCalled = "доказательство хеш подпись proof hash" },
        new("results", HelpGroup.Afterwards, Supplier) { Pages = ["/results"], Related = ["receipt", "event-kinds", "auction"], AlsoCalled = "ранг место победитель чужие предложения конкуренты rank winner competitors" },
        new("auction", HelpGroup.Afterwards, Supplier) { Related = ["event-kinds", "results", "what-you-need"], AlsoCalled = "аукцион редукцион онлайн торги ставка java auction bid online" },
    ];

    /// <summary>The 37 questions of the former portal's help, each with its place here.</summary>
    public static readonly IReadOnlyList<HelpAnswer> Answers =
    [
        new(1, "registration", "steps"), new(2, "accreditation", "commission"), new(3, "company-people", "roles"), new(4, "already-registered", "known"), new(5, "what-you-need", "browser"),
        new(6, "sign-in", "user-name"), new(7, "sign-in", "forgotten"), new(8, "sign-in", "locked"), new(9, "lost-master", "letter"), new(10, "accreditation", "results"),
        new(11, "categories", "add"), new(12, "company-people", "papers"), new(13, "invitation", "how"), new(14, "deadline", "more-time"), new(15, "prices", "currency"),
        new(16, "event-card", "place"), new(17, "event-card", "material"), new(18, "working-together", "left-open"), new(19, "prices", "vat"), new(20, "saved-or-submitted", "state"),
        new(21, "what-you-need", "pop-ups"), new(22, "results", "rank"), new(23, "lines", "zero"), new(24, "saved-or-submitted", "change"), new(25, "find-event", "number"),
        new(26, "what-you-need", "signature"), new(27, "what-you-need", "cost"), new(28, "event-card", "documents"), new(29, "mails", "which"), new(30, "mandatory-questions", "mandatory"),
        new(31, "lines", "substitute"), new(32, "auction", "java"), new(33, "access-refused", "form"), new(34, "find-event", "missing"), new(35, "categories", "pending"),
        new(36, "incoterms", "missing"), new(37, "event-card", "buyer"),
    ];

    private static readonly Dictionary<string, HelpTopic> ByKey = All.ToDictionary(topic => topic.Key, StringComparer.Ordinal);

    private static readonly (string[] Parts, HelpTopic Topic)[] ByPage = [.. All.SelectMany(topic => topic.Pages.Select(page => (page.Split('/'), topic)))];

    public static HelpTopic? Of(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The one that explains this page best; null: none does.</summary>
    public static HelpTopic? OfPage(PathString path)
    {
        var parts = (path.Value ?? "").TrimEnd('/').Split('/');
        return ByPage.Where(page => Covers(page.Parts, parts)).OrderByDescending(page => page.Parts.Length).ThenBy(page => page.Parts.Count(part => part == "*")).Select(page => page.Topic).FirstOrDefault();
    }

    /// <summary>A page covers what lies below it too.</summary>
    private static bool Covers(string[] page, string[] parts) =>
        page.Length <= parts.Length && page.Zip(parts).All(pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
}
