namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// The left navigation: one list for each role. An entry is shown as soon as its page exists. Both languages stand side by side,
/// as a list is read as a whole. A person with several roles sees their lists one after another, what is in both once.
/// </summary>
public static class Navigation
{
    private static readonly Entry Home = new("house", "/", "Home", "Главная");
    private static readonly Entry Help = new("question-circle", "/help", "Help", "Справка");
    private static readonly Entry Approvals = new("check-lg", "/approvals", "Approvals", "Согласования") { Role = Roles.Approver };
    private static readonly Entry Accreditation = new("patch-check", "/accreditation", "Checks", "Очередь проверок");
    private static readonly Entry Commission = new("clock-history", "/accreditation/commission", "Commission", "Комиссия");
    private static readonly Entry Changes = new("pencil", "/accreditation/changes", "Changes of data", "Изменения данных");
    private static readonly Entry Suppliers = new("building", "/suppliers", "Suppliers", "Поставщики");

    private static readonly (string Role, Entry[] Entries)[] Lists =
    [
        (Roles.Person, [Home]),
        (Roles.Supplier,
        [
            Home,
            new("search", "/events", "Sourcing events", "Процедуры"),
            new("clock-history", "/results", "Results", "Результаты"),
            Entry.Rule,
            new("building", "/company", "Company", "Компания"),
            new("patch-check", "/company/documents", "Documents", "Документы и сроки"),
            new("people", "/company/people", "Contact persons", "Контактные лица"),
            Entry.Rule,
            Help,
        ]),
        (Roles.Buyer,
        [
            Home,
            new("file-earmark-text", "/events", "My events", "Мои процедуры"),
            Approvals,
            Entry.Rule,
            Suppliers,
            Entry.Rule,
            Help,
        ]),
        (Roles.Approver, [Home, Approvals, Entry.Rule, Help]),
        (Roles.Reviewer, [Home, Accreditation, Commission, Changes, Suppliers, Entry.Rule, Help]),
        (Roles.HeadOfDesk,
        [
            Home,
            Accreditation,
            Commission,
            Changes,
            Suppliers,
            new("file-earmark-spreadsheet", "/suppliers/import", "Import of suppliers", "Загрузка поставщиков"),
            Entry.Rule,
            Help,
        ]),
        (Roles.Support,
        [
            Home,
            new("search", "/support", "People and companies", "Люди и компании"),
            new("inbox", "/support/cases", "Cases", "Обращения"),
            Suppliers,
            new("envelope", "/support/mail", "The portal’s mail", "Почта портала"),
            Entry.Rule,
            Help,
        ]),
        (Roles.Auditor, [Home, new("clock-history", "/audit", "History", "Журнал"), Suppliers, Entry.Rule, Help]),
        (Roles.Administrator,
        [
            Home,
            new("pencil", "/administration", "Settings", "Настройки"),
            new("patch-check", "/administration/checks", "Checks of accreditation", "Проверки аккредитации"),
            new("people", "/administration/staff", "Staff and roles", "Сотрудники и роли"),
            new("envelope", "/administration/outbox", "Outgoing mail", "Исходящая почта"),
            Suppliers,
            new("file-earmark-spreadsheet", "/suppliers/import", "Import of suppliers", "Загрузка поставщиков"),
            Entry.Rule,
            Help,
        ]),
    ];

    /// <summary>The entries of this reader whose pages exist, without rules that part nothing.</summary>
    public static IReadOnlyList<Entry> Of(HttpContext http)
    {
        var addresses = http.RequestServices.GetRequiredService<PagesThatExist>();
        List<Entry> entries = [];
        foreach (var entry in Lists.Where(list => http.User.IsInRole(list.Role)).SelectMany(list => list.Entries))
        {
            var isShown = entry.IsRule ? entries.Count > 0 && !entries[^1].IsRule
                : addresses.Has(entry.Address) && !entries.Contains(entry) && (entry.Role is null || http.User.IsInRole(entry.Role));
            if (isShown)
            {
                entries.Add(entry);
            }
        }

        return entries is [.. var all, { IsRule: true }] ? all : entries;
    }

    /// <summary>What the menu calls this address; null: no menu has it.</summary>
    public static string? TextOf(string address) => Lists.SelectMany(list => list.Entries).FirstOrDefault(entry => !entry.IsRule && entry.Address == address)?.Text;

    /// <summary>The entry under which this address falls: the longest that it begins with.</summary>
    public static Entry? Current(IEnumerable<Entry> entries, PathString path) => entries
        .Where(entry => !entry.IsRule && (entry.Address == "/" ? path.Value is "/" or "" : path.StartsWithSegments(entry.Address)))
        .MaxBy(entry => entry.Address.Length);

    /// <summary>One line of the navigation.</summary>
    public sealed record Entry(string Icon, string Address, string English, string Russian)
    {
        public static readonly Entry Rule = new("", "", "", "");

        /// <summary>Only for who has this role too.</summary>
        public string? Role { get; init; }

        public bool IsRule => Address.Length == 0;

        public string Text => Language.IsRussian ? Russian : English;
    }
}

/// <summary>Which plain addresses lead to a page.</summary>
public sealed class PagesThatExist(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _addresses = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string address) => _addresses.Value.Contains(address);
}
