using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Demo;

/// <summary>Somebody of the group.</summary>
/// <param name="Name">Surname, first name, patronymic.</param>
/// <param name="Mailbox">The part of the address before the at sign.</param>
/// <param name="Position">The department.</param>
/// <param name="Role">One role.</param>
/// <param name="Scope">For a buyer the number of a site, or <see cref="WholeCompany"/> with it: all of its company; the code of a check for a reviewer.</param>
internal sealed record DemoColleague(string Name, string Mailbox, string Position, StaffRoles Role, string? Scope = null)
{
    public const string WholeCompany = "company of ";
}

/// <summary>The group: its companies, its works, its people.</summary>
internal static class DemoStaff
{
    public const string MailDomain = "seversplav.example";

    public static readonly IReadOnlyList<DemoColleague> People =
    [
        new("Лебедев Андрей Павлович", "a.lebedev", "Управление закупок труб и проката", StaffRoles.Buyer, "0"),
        new("Орехова Вера Игоревна", "v.orehova", "Управление закупок сырья и огнеупоров", StaffRoles.Buyer),
        new("Громов Станислав Юрьевич", "s.gromov", "Отдел закупок Окского завода", StaffRoles.Buyer, "1"),
        new("Соколов Михаил Борисович", "m.sokolov", "Директор по закупкам", StaffRoles.Approver),
        new("Семёнова Татьяна Алексеевна", "t.semenova", "Отдел аккредитации", StaffRoles.Reviewer, "completeness"),
        new("Марков Игорь Дмитриевич", "i.markov", "Служба безопасности", StaffRoles.Reviewer, "security"),
        new("Белова Наталья Константиновна", "n.belova", "Правовой департамент", StaffRoles.Reviewer, "legal"),
        new("Зимина Ольга Владимировна", "o.zimina", "Финансовый контроль", StaffRoles.Reviewer, "finance"),
        new("Тарасов Виктор Ильич", "v.tarasov", "Дирекция по логистике", StaffRoles.Reviewer, "commission"),
        new("Крылова Елена Сергеевна", "e.krylova", "Отдел аккредитации", StaffRoles.HeadOfDesk),
        new("Никитин Артём Валерьевич", "a.nikitin", "Техническая поддержка", StaffRoles.Support),
        new("Юдина Алла Романовна", "a.yudina", "Техническая поддержка", StaffRoles.Support),
        new("Фролова Инна Геннадьевна", "i.frolova", "Внутренний аудит", StaffRoles.Auditor),
        new("Жуков Кирилл Андреевич", "k.zhukov", "Администрирование портала", StaffRoles.Administrator),
        new("Рыбакова Дарья Олеговна", "d.rybakova", "Отдел закупок АО «Северсплав»", StaffRoles.Buyer, DemoColleague.WholeCompany + "2"),
    ];

    public static IReadOnlyList<Site> Sites()
    {
        var metal = new GroupCompany("АО «Северсплав»", "Seversplav JSC");
        var pipes = new GroupCompany("АО «Северсплав-Трубы»", "Seversplav Pipes JSC");
        return
        [
            new Site(metal, "Выйский металлургический завод", "Vyya Metallurgical Works", "Нижний Тагил", "Nizhny Tagil", "Europe/Moscow"),
            new Site(pipes, "Окский трубный завод", "Oka Pipe Works", "Выкса", "Vyksa", "Europe/Moscow"),
            new Site(metal, "Южноуральский прокатный завод", "South Ural Rolling Mill", "Челябинск", "Chelyabinsk", "Asia/Yekaterinburg"),
        ];
    }
}
