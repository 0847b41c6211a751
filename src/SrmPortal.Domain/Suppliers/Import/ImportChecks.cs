using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Domain.Suppliers.Import;

/// <summary>
/// What must be right of a company that the group works with already. Less than a registration asks: addresses, bank and documents can be
/// completed by the company itself. Fields are named like those of the questionnaire.
/// </summary>
public static class ImportChecks
{
    public static IEnumerable<BrokenRule> WhatIsWrong(CompanyDetails company)
    {
        if (company.FullName.Length == 0)
        {
            yield return new(RegistrationRules.NoFullName, nameof(CompanyDetails.FullName));
        }

        if (!Countries.All.ContainsKey(company.Country))
        {
            yield return new(ImportRules.UnknownCountry, nameof(CompanyDetails.Country), company.Country);
            yield break;
        }

        if (!LegalForms.Of(company.Country).Contains(company.LegalForm))
        {
            yield return new(RegistrationRules.NoLegalForm, nameof(CompanyDetails.LegalForm));
        }

        foreach (var wrong in Numbers(company))
        {
            yield return wrong;
        }

        if (company.Phone.Length > 0 && !ContactWays.IsPhone(company.Phone))
        {
            yield return new(RegistrationRules.NotAPhone, nameof(CompanyDetails.Phone));
        }

        if (company.Email.Length > 0 && !ContactWays.IsEmail(company.Email))
        {
            yield return new(RegistrationRules.NotAnEmail, nameof(CompanyDetails.Email));
        }
    }

    /// <summary>Of one person, without what concerns the others.</summary>
    public static IEnumerable<BrokenRule> WhatIsWrong(RegistrationPerson person)
    {
        if (person.FullName.Length == 0)
        {
            yield return new(RegistrationRules.NoPersonName, nameof(RegistrationPerson.FullName));
        }

        if (!ContactWays.IsEmail(person.Email))
        {
            yield return new(RegistrationRules.NotAnEmail, nameof(RegistrationPerson.Email));
        }

        if (person.Phone.Length > 0 && !ContactWays.IsPhone(person.Phone))
        {
            yield return new(RegistrationRules.NotAPhone, nameof(RegistrationPerson.Phone));
        }

        if (person.Roles is PersonRoles.None)
        {
            yield return new(RegistrationRules.NoRole, nameof(RegistrationPerson.Roles));
        }
    }

    /// <summary>Of the people of one company together.</summary>
    public static IEnumerable<BrokenRule> WhatIsWrong(IReadOnlyList<RegistrationPerson> people)
    {
        if (!people.Any(person => person.Is(PersonRoles.MasterUser)))
        {
            yield return new(RegistrationRules.NoMasterUser);
        }

        if (!people.Any(person => person.Is(PersonRoles.ContactPerson)))
        {
            yield return new(RegistrationRules.NoContactPerson);
        }

        foreach (var twice in people.Where(person => person.IsUser).GroupBy(person => UserAccount.Normalized(person.Email)).Where(group => group.Count() > 1))
        {
            yield return new(ImportRules.PersonTwice, null, twice.First().Email);
        }
    }

    /// <summary>
    /// The number with the zeros that a spreadsheet has cut, if it is a right one only with them: the region of an INN and the tax office of a
    /// KPP may begin with a zero.
    /// </summary>
    public static string? WithLostZeros(string field, string read) => read.Length == 0 || !read.All(char.IsAsciiDigit) ? null : field switch
    {
        nameof(CompanyDetails.TaxNumber) => read.Length is 9 or 11 && Inn.Refusal("0" + read) is null ? "0" + read : null,
        nameof(CompanyDetails.Kpp) => read.Length == 8 && Kpp.Refusal("0" + read) is null ? "0" + read : null,
        _ => null,
    };

    private static IEnumerable<BrokenRule> Numbers(CompanyDetails company) => new[]
    {
        DetailsChecks.TaxNumber(company),
        company.Country == Countries.Russia && LegalForms.HasKpp(company.LegalForm) ? Kpp.Refusal(company.Kpp, nameof(CompanyDetails.Kpp)) : null,
        company.Country != Countries.Russia || company.RegistrationNumber.Length == 0 ? null
            : LegalForms.HasOgrnip(company.LegalForm) ? Ogrnip.Refusal(company.RegistrationNumber, nameof(CompanyDetails.RegistrationNumber))
            : LegalForms.HasOgrn(company.LegalForm) ? Ogrn.Refusal(company.RegistrationNumber, nameof(CompanyDetails.RegistrationNumber))
            : null,
    }.OfType<BrokenRule>();
}
