using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Demo;

/// <summary>A company that wants to become a supplier.</summary>
/// <param name="Details">As it fills them in.</param>
/// <param name="Regions">Codes of what it will supply.</param>
/// <param name="Categories">Codes of what it will supply.</param>
/// <param name="People">The first one fills the questionnaire in.</param>
internal sealed record DemoApplicant(CompanyDetails Details, string[] Regions, string[] Categories, params RegistrationPerson[] People);

/// <summary>Applicants that never were, one for each state of a registration and for each desk.</summary>
internal static class DemoApplicants
{
    public static readonly DemoApplicant
        Begun = Of("permkabel.example", "ООО", "ПермьКабельКомплект", "590412345", "590401001", "115590012345", "614066, г. Пермь, ул. Леонова, 60", ["RU-59", "RU-66"], ["29.01"],
            Everything("Зырянов Олег Петрович", "zyryanov", "Директор")),
        HalfWay = Of("uralgazarm.example", "ООО", "УралГазАрматура", "667998765", "667901001", "117667099887", "620085, г. Екатеринбург, ул. 8 Марта, 267", ["RU-66", "RU-74"], ["28.09"],
            Everything("Пахомова Юлия Андреевна", "pahomova", "Начальник отдела сбыта")),
        Unconfirmed = Of("stroysnab-nt.example", "ООО", "СтройСнаб-НТ", "662355512", "662301001", "119662355512", "622034, г. Нижний Тагил, ул. Газетная, 77", ["RU-66"], ["33"],
            Everything("Мальцев Денис Викторович", "maltsev", "Директор")),
        Idle = Of("volga-metiz.example", "ООО", "Волга-Метиз", "632144477", "632101001", "112632144477", "445043, г. Тольятти, ул. Борковская, 12", ["RU-63"], ["31.03"],
            Everything("Суханова Вера Ильинична", "suhanova", "Менеджер")),
        Sent = Of("podshipnik-opt.example", "ООО", "Подшипник-Опт", "745333221", "745301001", "116745333221", "454047, г. Челябинск, ул. 2-я Павелецкая, 18", ["RU-74", "RU-66", "RU-45"], ["28.07", "28.06"],
            Everything("Кузьмин Артём Сергеевич", "kuzmin", "Коммерческий директор")),
        NearlyTheSame = Of("podshipnikopt74.example", "ООО", "ПодшипникОпт", "745399120", "745301001", "121745399120", "454087, г. Челябинск, ул. Блюхера, 69", ["RU-74"], ["28.07"],
            Everything("Дьяконов Лев Андреевич", "dyakonov", "Директор")),
        InSecurity = Of("elektrosila-ural.example", "АО", "Электросила-Урал", "667811223", "667801001", "114667811223", "620017, г. Екатеринбург, пр. Космонавтов, 18", ["RU-66", "RU-59", "RU-72"], ["29.02", "29.03", "29.05"],
            Signs("Воронин Геннадий Львович", "voronin", "Генеральный директор"), Works("Исаева Полина Дмитриевна", "isaeva", "Ведущий инженер по тендерам")),
        InFinance = Of("himreagent.example", "ООО", "ХимРеагентСервис", "590877665", "590801001", "118590877665", "614101, г. Пермь, ул. Ласьвинская, 98", ["RU-59", "RU-66", "RU-74"], ["10.04", "10.06"],
            Everything("Носков Илья Романович", "noskov", "Директор по развитию")),
        BeforeCommission = Of("tagiltrans.example", "ООО", "ТагилТрансЛогистик", "662388120", "662301001", "117662388120", "622001, г. Нижний Тагил, ул. Индустриальная, 35", ["RU-66", "RU-74"], ["41.02"],
            Everything("Ершов Роман Витальевич", "ershov", "Директор по перевозкам")),
        Returned = Of("gidropnevmo.example", "ООО", "ГидроПневмоКомплект", "745677889", "745601001", "119745677889", "454081, г. Челябинск, ул. Валдайская, 17", ["RU-74", "RU-66"], ["28.08", "28.03"],
            Everything("Широкова Анна Викторовна", "shirokova", "Заместитель директора")),
        Rejected = Of("metalltorg-resurs.example", "ООО", "МеталлТоргРесурс", "772112233", "772101001", "121772112233", "109428, г. Москва, Рязанский пр., 22", ["RU-77", "RU-66"], ["24.10"],
            Everything("Грачёв Максим Олегович", "grachev", "Генеральный директор")),
        Withdrawn = Of("tagil-les.example", "ООО", "Тагильский лесопильный завод", "662377001", "662301001", "115662377001", "622013, г. Нижний Тагил, Восточное шоссе, 9", ["RU-66"], ["33.05"],
            Everything("Рыбаков Степан Егорович", "rybakov", "Директор")),
        Accredited = Of("privod-tehnika.example", "ООО", "Привод-Техника", "744788990", "744701001", "117744788990", "454038, г. Челябинск, ул. Промышленная, 1", ["RU-74", "RU-66"], ["28.06", "28.07"],
            Signs("Захаров Юрий Николаевич", "zaharov", "Генеральный директор"), Works("Лукина Екатерина Павловна", "lukina", "Начальник тендерного отдела"));

    private const PersonRoles Users = PersonRoles.ContactPerson | PersonRoles.MasterUser;

    private static DemoApplicant Of(string domain, string form, string name, string inn, string kpp, string ogrn, string address, string[] regions, string[] categories, params RegistrationPerson[] people) =>
        new(DemoCompanies.Russian(form, name, form == "АО" ? "JSC" : "LLC", inn, kpp, ogrn, address) with { Email = $"office@{domain}" }, regions, categories,
            [.. people.Select(person => person with { Email = $"{person.Email}@{domain}" })]);

    private static RegistrationPerson Everything(string name, string mailbox, string position) => Works(name, mailbox, position) with { Roles = Users | PersonRoles.Signatory, Basis = SigningBasis.Charter };

    private static RegistrationPerson Signs(string name, string mailbox, string position) => Works(name, mailbox, position) with { Roles = PersonRoles.Signatory, Basis = SigningBasis.Charter };

    private static RegistrationPerson Works(string name, string mailbox, string position) => new() { FullName = name, Email = mailbox, Position = position, Phone = "+7 343 300-10-20", Roles = Users };
}
