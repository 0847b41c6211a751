using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Demo;

/// <summary>Somebody of a supplier.</summary>
/// <param name="Name">Surname, first name, patronymic.</param>
/// <param name="Mailbox">The part of the address before the at sign.</param>
/// <param name="Position">In the company.</param>
/// <param name="Rights">What the person may do.</param>
internal sealed record DemoPerson(string Name, string Mailbox, string Position, MembershipRights Rights)
{
    public static readonly MembershipRights Master = new(false, true, false, false), Both = new(true, true, false, true), SavesOnly = new(true, false, false, false);
}

/// <summary>A supplier of the demonstration.</summary>
/// <param name="Domain">Of its mail addresses.</param>
/// <param name="Details">As it was accredited.</param>
/// <param name="Regions">Codes of what it supplies.</param>
/// <param name="Categories">Codes of what it is approved for.</param>
/// <param name="People">Who works for it.</param>
internal sealed record DemoCompany(string Domain, CompanyDetails Details, string[] Regions, string[] Categories, params DemoPerson[] People)
{
    /// <summary>In so many days from now its accreditation ends; null: it has just begun.</summary>
    public int? EndsInDays { get; init; }
}

/// <summary>A dozen companies that never were.</summary>
internal static class DemoCompanies
{
    private static readonly string[] Urals = ["RU-66", "RU-74", "RU-59", "RU-45", "RU-72"];

    public static readonly IReadOnlyList<DemoCompany> All =
    [
        new("uraltrubsnab.example", Russian("ООО", "УралТрубСнаб", "LLC", "667123456", "667101001", "102660012345", "620028, г. Екатеринбург, ул. Фролова, 31"),
            Urals, ["24.20", "24.10"],
            new DemoPerson("Ковалёва Марина Сергеевна", "kovaleva", "Ведущий менеджер по тендерам", MembershipRights.Contact),
            new DemoPerson("Орлов Дмитрий Игоревич", "orlov", "Коммерческий директор", DemoPerson.Master),
            new DemoPerson("Фёдоров Павел Леонидович", "fedorov", "Менеджер", DemoPerson.SavesOnly)),
        new("vtd.example", Russian("АО", "Волжский трубный двор", "JSC", "344123789", "344101001", "103340098765", "400075, г. Волгоград, ул. Историческая, 175"),
            ["RU-34", "RU-63", "RU-66"], ["24.20", "24.15"],
            new DemoPerson("Мещерякова Ольга Викторовна", "mescheryakova", "Начальник отдела продаж", DemoPerson.Both)) { EndsInDays = 24 },
        new("metallservis-yug.example", Russian("ООО", "Торговый дом «Металлсервис-Юг»", "LLC", "631234510", "631201001", "104630054321", "443022, г. Самара, Заводское шоссе, 11"),
            ["RU-63", "RU-61", "RU-66"], ["24"],
            new DemoPerson("Тищенко Роман Андреевич", "tischenko", "Директор по продажам", DemoPerson.Both)),
        new("samtrub.example", Russian("АО", "Самарская трубная компания", "JSC", "631987654", "631901001", "105631011223", "443029, г. Самара, ул. Ново-Садовая, 200"),
            ["RU-63", "RU-66", "RU-74"], ["24.20"],
            new DemoPerson("Гусев Антон Павлович", "gusev", "Менеджер по работе с заказчиками", DemoPerson.Both)),
        new("nordstal.example", Russian("ООО", "НордСталь", "LLC", "352801122", "352801001", "106352833445", "162600, г. Череповец, Северное шоссе, 4"),
            ["RU-35", "RU-78", "RU-66"], ["24.20", "24.10", "24.30"],
            new DemoPerson("Белозёров Илья Сергеевич", "belozerov", "Руководитель тендерной группы", DemoPerson.Both)),
        new("promtehkom.example", Russian("ООО", "ПромТехКом", "LLC", "745212398", "745201001", "107745299887", "454008, г. Челябинск, Свердловский тракт, 5"),
            Urals, ["24", "28.09", "29"],
            new DemoPerson("Сафина Алсу Рашидовна", "safina", "Менеджер по закупочным процедурам", DemoPerson.Both)),
        new("metpostavka.example", Russian("ООО", "Метпоставка-Центр", "LLC", "503207788", "503201001", "108503266554", "143005, г. Одинцово, ул. Западная, 13"),
            ["RU-50", "RU-77", "RU-66"], ["24", "31"],
            new DemoPerson("Дорохов Егор Максимович", "dorohov", "Коммерческий директор", DemoPerson.Both)) { EndsInDays = 41 },
        new("borovichi-ogneupor.example", Russian("ООО", "Боровичи-Огнеупор", "LLC", "532009911", "532001001", "109532077661", "174411, г. Боровичи, ул. Международная, 1"),
            ["RU-53", "RU-66", "RU-74"], ["20", "40.01.01"],
            new DemoPerson("Лапина Светлана Юрьевна", "lapina", "Начальник отдела сбыта", DemoPerson.Both)),
        new("magnezit-trade.example", Russian("ООО", "Магнезит Трейд", "LLC", "741701234", "741701001", "110741712340", "456910, г. Сатка, ул. Солнечная, 34"),
            Urals, ["20"],
            new DemoPerson("Ермаков Виталий Олегович", "ermakov", "Руководитель проектов", DemoPerson.Both)),
        new("kaztrans.example", new CompanyDetails
            {
                Country = "KZ", FullName = "Товарищество с ограниченной ответственностью «KazTrans Logistics»", ShortName = "ТОО «KazTrans Logistics»",
                LegalForm = "LLC", TaxNumber = "940140000385", LegalAddress = "050000, г. Алматы, пр. Абая, 52", ActualAddress = "050000, г. Алматы, пр. Абая, 52",
                PostalAddress = "050000, г. Алматы, пр. Абая, 52", Phone = "+7 727 250-11-22", Email = "office@kaztrans.example",
            },
            ["KZ", "RU-74"], ["41.02", "41.04"],
            new DemoPerson("Ахметов Данияр Серикович", "akhmetov", "Директор", DemoPerson.Both)),
        new("gavrilov-instrument.example", new CompanyDetails
            {
                Country = "RU", FullName = "Индивидуальный предприниматель Гаврилов Сергей Николаевич", ShortName = "ИП Гаврилов С. Н.",
                LegalForm = "SoleTrader", TaxNumber = DemoNumbers.PersonalInn("6623011223"), RegistrationNumber = DemoNumbers.Ogrnip("31666230001122"),
                LegalAddress = "622001, г. Нижний Тагил, ул. Карла Маркса, 20", ActualAddress = "622001, г. Нижний Тагил, ул. Карла Маркса, 20",
                PostalAddress = "622001, г. Нижний Тагил, ул. Карла Маркса, 20", Phone = "+7 3435 41-22-33", Email = "info@gavrilov-instrument.example",
            },
            ["RU-66"], ["31", "32"],
            new DemoPerson("Гаврилов Сергей Николаевич", "gavrilov", "Предприниматель", DemoPerson.Both)),
        new("stroymontazh66.example", Russian("ООО", "СтройМонтаж-66", "LLC", "667055443", "667001001", "111667055443", "620014, г. Екатеринбург, ул. Малышева, 84"),
            Urals, ["40", "33"],
            new DemoPerson("Комарова Ирина Алексеевна", "komarova", "Заместитель директора", DemoPerson.Both)),
    ];

    public static CompanyDetails Russian(string form, string name, string legalForm, string inn, string kpp, string ogrn, string address)
    {
        const string Bik = "046577674";
        var quoted = name.Contains('«', StringComparison.Ordinal) ? name : $"«{name}»";
        var digits = DemoNumbers.Inn(inn);
        var parted = InParts(address, kpp[..2]);
        return new CompanyDetails
        {
            Country = "RU",
            FullName = $"{(form == "ООО" ? "Общество с ограниченной ответственностью" : "Акционерное общество")} {quoted}",
            ShortName = $"{form} {quoted}",
            LegalForm = legalForm,
            TaxNumber = digits,
            Kpp = kpp,
            RegistrationNumber = DemoNumbers.Ogrn(ogrn),
            LegalAddress = parted,
            ActualAddress = parted,
            PostalAddress = parted,
            Phone = "+7 343 300-10-20",
            Email = "office@example.com",
            BankCode = Bik,
            BankName = "Уральский банк ПАО Сбербанк",
            BankCity = "г. Екатеринбург",
            BankAccount = DemoNumbers.Account(Bik, $"407028100162500{digits[4..9]}"),
            CorrespondentAccount = "30101810500000000674",
        };
    }

    /// <summary>Of <c>620014, г. Екатеринбург, ул. Малышева, 84</c>; its region is that of the tax office.</summary>
    private static Address InParts(string address, string region) => address.Split(", ", 4) switch
    {
        [var index, var city, var street, .. var house] => new Address { Index = index, Region = Places.InForce.Regions[$"RU-{region}"].Name.Ru, City = city, Street = street, Building = string.Join(", ", house) },
        _ => address,
    };
}
