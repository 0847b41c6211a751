using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Makes companies with their people of a spreadsheet, and says of each cell that is wrong which one it is.</summary>
/// <param name="categories">Keys by code.</param>
/// <param name="today">In Moscow.</param>
internal sealed class ImportReader(IReadOnlyDictionary<string, long> categories, DateOnly today)
{
    /// <summary>What was read; <c>Loose</c>: people of no company.</summary>
    public sealed record Result(IReadOnlyList<ImportedCompany> Companies, IReadOnlyList<ImportFault> Loose);

    /// <exception cref="RuleViolation">A sheet or a column is missing, or there is nothing in it.</exception>
    public Result Read(IReadOnlyList<ReadSheet> sheets)
    {
        var companies = Table.Of(sheets, ImportColumns.CompaniesRu, ImportColumns.CompaniesEn, 0, ImportColumns.Companies);
        var people = Table.Of(sheets, ImportColumns.PeopleRu, ImportColumns.PeopleEn, 1, ImportColumns.People);
        RuleViolation.ThrowIfAny(new[] { companies, people }.SelectMany(table => table.Missing));
        List<Draft> drafts = [.. companies.Rows.Select(Company)];
        RuleViolation.ThrowIfAny(drafts.Count == 0 ? [new BrokenRule(ImportRules.NothingInIt, ImportForm.FileField)] : []);

        var byNumber = drafts.Where(draft => draft.Details.TaxNumber.Length > 0).ToLookup(draft => draft.Details.TaxNumber);
        foreach (var twice in byNumber.Where(group => group.Count() > 1))
        {
            foreach (var draft in twice.Skip(1))
            {
                draft.Fault(draft.Line[nameof(CompanyDetails.TaxNumber)], ImportRules.Twice, twice.First().Line.No.ToString(CultureInfo.InvariantCulture));
            }
        }

        List<ImportFault> loose = [];
        foreach (var line in people.Rows)
        {
            Place(line, byNumber, loose);
        }

        return new Result([.. drafts.Select(draft => draft.Finished())], loose);
    }

    private Draft Company(Line line)
    {
        var country = CountryOf(line[nameof(CompanyDetails.Country)].Text);
        var draft = new Draft(line);
        var details = new CompanyDetails
        {
            Country = country,
            FullName = line.Text(nameof(CompanyDetails.FullName)),
            ShortName = line.Text(nameof(CompanyDetails.ShortName)),
            LegalForm = ImportColumns.LegalForm(line.Text(nameof(CompanyDetails.LegalForm)), country),
            TaxNumber = draft.Number(nameof(CompanyDetails.TaxNumber), country),
            Kpp = draft.Number(nameof(CompanyDetails.Kpp), country),
            RegistrationNumber = draft.Number(nameof(CompanyDetails.RegistrationNumber), country),
            LegalAddress = line.Text(nameof(CompanyDetails.LegalAddress)),
            Phone = line.Text(nameof(CompanyDetails.Phone)),
            Email = line.Text(nameof(CompanyDetails.Email)),
        };
        draft.Details = details with { Kpp = LegalForms.HasKpp(details.LegalForm) && country == Countries.Russia ? details.Kpp : "" };
        draft.Take(ImportChecks.WhatIsWrong(draft.Details), line);
        draft.RefuseErrorsAndLengths(line, ImportColumns.Companies);
        draft.Regions = Codes(draft, nameof(RegistrationContent.Regions), RegionOf, ImportRules.UnknownRegion);
        draft.Categories = [.. Codes(draft, nameof(RegistrationContent.Categories), code => categories.ContainsKey(code) ? code : null, ImportRules.UnknownCategory)
            .Select(code => categories[code]).Distinct()];
        if (draft.Line[nameof(RegistrationContent.Categories)].IsEmpty)
        {
            draft.Fault(draft.Line[nameof(RegistrationContent.Categories)], RegistrationRules.NoCategory);
        }

        draft.Until = Day(draft, line, ImportColumns.Until, mustLie: true);
        return draft;
    }

    private void Place(Line line, ILookup<string, Draft> byNumber, List<ImportFault> loose)
    {
        var number = IdentifierText.Normalised(line[nameof(CompanyDetails.TaxNumber)].Text);
        var company = (byNumber[number].FirstOrDefault() ?? byNumber[ImportChecks.WithLostZeros(nameof(CompanyDetails.TaxNumber), number) ?? ""].FirstOrDefault())
            ?? byNumber[NationalNumber.Normalised(number)].FirstOrDefault();
        if (company is null)
        {
            loose.Add(new ImportFault(line.Address(nameof(CompanyDetails.TaxNumber)), ImportRules.NobodysPerson, [line.Text(nameof(RegistrationPerson.FullName)), number]));
            return;
        }

        var isSignatory = line.Has(ImportColumns.Signatory) && ImportColumns.IsYes(line[ImportColumns.Signatory]);
        var authority = line.Text(nameof(RegistrationPerson.BasisNumber));
        var person = new RegistrationPerson
        {
            FullName = line.Text(nameof(RegistrationPerson.FullName)),
            Position = line.Text(nameof(RegistrationPerson.Position)),
            Phone = line.Text(nameof(RegistrationPerson.Phone)),
            Email = line.Text(nameof(RegistrationPerson.Email)),
            Roles = (ImportColumns.IsYes(line[ImportColumns.Contact]) ? PersonRoles.ContactPerson : 0)
                | (ImportColumns.IsYes(line[ImportColumns.Master]) ? PersonRoles.MasterUser : 0) | (isSignatory ? PersonRoles.Signatory : 0),
            Basis = !isSignatory ? SigningBasis.None : authority.Length > 0 ? SigningBasis.PowerOfAttorney : SigningBasis.Charter,
            BasisNumber = isSignatory ? authority : "",
            BasisUntil = isSignatory && authority.Length > 0 ? Day(company, line, nameof(RegistrationPerson.BasisUntil), mustLie: false) : null,
        };
        company.People.Add(person);
        company.Take(ImportChecks.WhatIsWrong(person).Select(rule => rule.Field == nameof(RegistrationPerson.Roles) ? rule with { Field = ImportColumns.Contact } : rule), line);
        company.RefuseErrorsAndLengths(line, ImportColumns.People);
    }

    private static IReadOnlyList<string> Codes(Draft draft, string field, Func<string, string?> find, string code)
    {
        var cell = draft.Line[field];
        List<string> found = [];
        foreach (var typed in cell.Text.Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (find(typed) is { } known)
            {
                found.Add(known);
            }
            else
            {
                draft.Fault(cell, code, typed);
            }
        }

        return [.. found.Distinct()];
    }

    private DateOnly? Day(Draft draft, Line line, string field, bool mustLie)
    {
        var cell = line[field];
        if (cell.IsEmpty)
        {
            return null;
        }

        var day = cell.Date is { } date ? DateOnly.FromDateTime(date) : TypedDate.Read(cell.Text, out var refusal) is { } typed && refusal is null ? typed : (DateOnly?)null;
        if (day is null)
        {
            draft.Fault(line, field, ImportRules.NotADate, cell.Text);
        }
        else if (mustLie && day <= today)
        {
            draft.Fault(line, field, ImportRules.DatePassed, cell.Text);
        }

        return day;
    }

    private static string CountryOf(string typed)
    {
        var folded = Search.Folded(typed);
        return folded.Length == 0 || folded is "россия" or "рф" ? Countries.Russia
            : Countries.All.Values.Select(place => place.Name).FirstOrDefault(one => Search.Folded(one.Code) == folded || Search.Folded(one.Ru) == folded || Search.Folded(one.En) == folded)?.Code ?? typed;
    }

    private static string? RegionOf(string typed)
    {
        var folded = Search.Folded(typed);
        return SupplyRegions.OfRussia.Concat(SupplyRegions.OtherCountries).FirstOrDefault(one =>
            Search.Folded(one.Code) == folded || Search.Folded(one.Code) == $"ru-{folded.PadLeft(2, '0')}" || Search.Folded(one.Ru) == folded || Search.Folded(one.En) == folded)?.Code;
    }
}
