using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace SrmPortal.Web.Features.Registration;

/// <summary>A page that asks who a company is: <c>_CompanyNames.cshtml</c> and <c>_CompanyNumbers.cshtml</c>.</summary>
public interface ICompanyFields
{
    bool IsRussian { get; }

    string FullName { get; }

    string ShortName { get; }

    string LocalName { get; }

    string LegalForm { get; }

    string TaxNumber { get; }

    string Kpp { get; }

    string RegistrationNumber { get; }

    string Lei { get; }

    bool IsBranch { get; }

    IEnumerable<SelectListItem> LegalFormItems(IStringLocalizer<Texts> texts);
}

/// <summary>A page that asks where a company is paid: <c>_BankFields.cshtml</c>.</summary>
public interface IBankFields
{
    bool IsRussian { get; }

    /// <summary>Whether the directory says name, city and account of the bank.</summary>
    bool IsBankKnown { get; }

    string BankCode { get; }

    string BankName { get; }

    string BankCity { get; }

    string BankAccount { get; }

    string CorrespondentAccount { get; }

    string CorrespondentBank { get; }
}
