using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>A column of the import's sheets: its heads in both languages, found whatever their order.</summary>
/// <param name="Field">In the words of the questionnaire.</param>
/// <param name="Ru">Its Russian head.</param>
/// <param name="En">Its English head.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsRequired">Whether the column must be there.</param>
public sealed record ImportColumn(string Field, string Ru, string En, double Width = 18, bool IsRequired = false)
{
    public string Head => Language.IsRussian ? Ru : En;

    public bool IsHead(string text) => Search.Folded(text) is var folded && (folded == Search.Folded(Ru) || folded == Search.Folded(En));
}

/// <summary>The two sheets of the import: companies, and their people.</summary>
public static class ImportColumns
{
    public const string CompaniesRu = "Компании", CompaniesEn = "Companies", PeopleRu = "Люди", PeopleEn = "People";

    public const string Until = "AccreditedUntil", Contact = "Contact", Master = "Master", Signatory = "Signatory";

    public static readonly IReadOnlyList<ImportColumn> Companies =
    [
        new(nameof(CompanyDetails.Country), "Страна", "Country", 12, IsRequired: true),
        new(nameof(CompanyDetails.FullName), "Полное наименование", "Full name", 46, IsRequired: true),
        new(nameof(CompanyDetails.ShortName), "Краткое наименование", "Short name", 26),
        new(nameof(CompanyDetails.LegalForm), "Правовая форма", "Legal form", 14, IsRequired: true),
        new(nameof(CompanyDetails.TaxNumber), "ИНН или национальный номер", "INN or national number", 18, IsRequired: true),
        new(nameof(CompanyDetails.Kpp), "КПП", "KPP", 12),
        new(nameof(CompanyDetails.RegistrationNumber), "ОГРН или ОГРНИП", "OGRN or OGRNIP", 18),
        new(nameof(CompanyDetails.LegalAddress), "Юридический адрес", "Registered address", 40),
        new(nameof(CompanyDetails.Phone), "Телефон", "Phone"),
        new(nameof(CompanyDetails.Email), "Эл. почта", "E-mail", 26),
        new(nameof(RegistrationContent.Regions), "Регионы поставки", "Regions of supply", 22),
        new(nameof(RegistrationContent.Categories), "Категории (коды)", "Categories (codes)", 22, IsRequired: true),
        new(Until, "Аккредитация до", "Accredited until", 14),
    ];

    public static readonly IReadOnlyList<ImportColumn> People =
    [
        new(nameof(CompanyDetails.TaxNumber), "ИНН или номер компании", "Company’s INN or number", 18, IsRequired: true),
        new(nameof(RegistrationPerson.FullName), "Фамилия, имя, отчество", "Surname, first name, patronymic", 34, IsRequired: true),
        new(nameof(RegistrationPerson.Position), "Должность", "Position", 26),
        new(nameof(RegistrationPerson.Phone), "Телефон", "Phone"),
        new(nameof(RegistrationPerson.Email), "Эл. почта", "E-mail", 28, IsRequired: true),
        new(Contact, "Контактное лицо", "Contact person", 12, IsRequired: true),
        new(Master, "Мастер-пользователь", "Master user", 12, IsRequired: true),
        new(Signatory, "Право подписи", "Signatory", 12),
        new(nameof(RegistrationPerson.BasisNumber), "Доверенность №", "Power of attorney No.", 16),
        new(nameof(RegistrationPerson.BasisUntil), "Доверенность до", "Power of attorney until", 14),
    ];

    private static readonly Dictionary<string, string> Forms = new()
    {
        ["ооо"] = LegalForms.Llc,
        ["ао"] = LegalForms.Jsc,
        ["зао"] = LegalForms.Jsc,
        ["оао"] = LegalForms.Jsc,
        ["пао"] = LegalForms.Pjsc,
        ["ип"] = LegalForms.SoleTrader,
        ["самозанятый"] = LegalForms.SelfEmployed,
        ["кооператив"] = LegalForms.Cooperative,
        ["фгуп"] = LegalForms.StateEnterprise,
        ["гуп"] = LegalForms.StateEnterprise,
        ["муп"] = LegalForms.StateEnterprise,
        ["нко"] = LegalForms.NonProfit,
        ["ано"] = LegalForms.NonProfit,
        ["филиал иностранной организации"] = LegalForms.ForeignBranch,
        ["организация"] = LegalForms.OtherOrganisation,
        ["тоо"] = LegalForms.OtherOrganisation,
    };

    /// <summary>What the template offers to choose.</summary>
    public static IReadOnlyList<string> FormChoices => Language.IsRussian
        ? ["ООО", "АО", "ПАО", "ИП", "Самозанятый", "Кооператив", "ГУП", "НКО", "Организация"]
        : [LegalForms.Llc, LegalForms.Jsc, LegalForms.Pjsc, LegalForms.SoleTrader, LegalForms.SelfEmployed, LegalForms.Cooperative, LegalForms.StateEnterprise, LegalForms.NonProfit, LegalForms.OtherOrganisation];

    public static IReadOnlyList<string> YesNo => Language.IsRussian ? ["да", "нет"] : ["yes", "no"];

    /// <summary>The code of a legal form as people write it; what isn't known stays as it is.</summary>
    public static string LegalForm(string typed, string country) =>
        Forms.TryGetValue(Search.Folded(typed), out var code) ? country == Domain.Reference.Countries.Russia || code is LegalForms.SoleTrader ? code : LegalForms.OtherOrganisation
        : LegalForms.Of(country).FirstOrDefault(form => string.Equals(form, typed, StringComparison.OrdinalIgnoreCase)) ?? typed;

    public static bool IsYes(ReadCell cell) => Search.Folded(cell.Text) is "да" or "yes" or "y" or "1" or "+" or "x" or "х" or "v" or "true" or "истина";
}
