using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Registration;

/// <summary>What a company's data are called, the same wherever they are named: in the questionnaire, at the desk, in a request to change them, in the history.</summary>
internal static class CompanyFieldWords
{
    /// <returns>Null: none of a company's own data.</returns>
    public static string? CompanyField(this IStringLocalizer<Texts> texts, string field) => Words(texts, field)?.Value;

    private static LocalizedString? Words(IStringLocalizer<Texts> texts, string field) => field switch
    {
        nameof(CompanyDetails.Country) => texts["Country of registration"],
        nameof(CompanyDetails.FullName) => texts["Full name"],
        nameof(CompanyDetails.ShortName) => texts["Short name"],
        nameof(CompanyDetails.LocalName) => texts["Name in the letters of the country"],
        nameof(CompanyDetails.LegalForm) => texts["Legal form"],
        nameof(CompanyDetails.TaxNumber) => texts["Tax number"],
        nameof(CompanyDetails.Kpp) => texts["KPP"],
        nameof(CompanyDetails.RegistrationNumber) => texts["Number of the register"],
        nameof(CompanyDetails.Lei) => texts["LEI"],
        nameof(CompanyDetails.IsBranch) => texts["A branch registers"],
        nameof(CompanyDetails.LegalAddress) => texts["Registered address"],
        nameof(CompanyDetails.ActualAddress) => texts["Actual address"],
        nameof(CompanyDetails.PostalAddress) => texts["Postal address"],
        nameof(CompanyDetails.Phone) => texts["Phone"],
        nameof(CompanyDetails.Email) => texts["E-mail"],
        nameof(CompanyDetails.Website) => texts["Web site"],
        nameof(CompanyDetails.BankCode) => texts["Bank’s code"],
        nameof(CompanyDetails.BankName) => texts["Bank name"],
        nameof(CompanyDetails.BankCity) => texts["Bank’s city"],
        nameof(CompanyDetails.BankAccount) => texts["Settlement account"],
        nameof(CompanyDetails.CorrespondentAccount) => texts["Correspondent account"],
        nameof(CompanyDetails.CorrespondentBank) => texts["Correspondent bank"],
        nameof(RegistrationContent.Regions) => texts["Regions of supply"],
        nameof(RegistrationContent.Categories) => texts["Categories"],
        _ => null,
    };
}
