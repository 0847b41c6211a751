using System.Globalization;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Registration;

/// <summary>One field that is not what it was.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Field">In the words of the forms: <c>Phone</c>, <c>People[1].Email</c>, <c>Regions</c>.</param>
/// <param name="Before">Empty: there was nothing.</param>
/// <param name="After">Empty: there is nothing.</param>
public sealed record ContentDifference(RegistrationParts Part, string Field, string Before, string After);

internal static class ContentDifferences
{
    private static readonly (string Field, Func<CompanyDetails, string> Value)[] OfDetails =
    [
        (nameof(CompanyDetails.Country), d => d.Country),
        (nameof(CompanyDetails.FullName), d => d.FullName),
        (nameof(CompanyDetails.ShortName), d => d.ShortName),
        (nameof(CompanyDetails.LegalForm), d => d.LegalForm),
        (nameof(CompanyDetails.TaxNumber), d => d.TaxNumber),
        (nameof(CompanyDetails.Kpp), d => d.Kpp),
        (nameof(CompanyDetails.RegistrationNumber), d => d.RegistrationNumber),
        (nameof(CompanyDetails.IsBranch), d => d.IsBranch ? "+" : ""),
        (nameof(CompanyDetails.LegalAddress), d => d.LegalAddress),
        (nameof(CompanyDetails.ActualAddress), d => d.ActualAddress),
        (nameof(CompanyDetails.PostalAddress), d => d.PostalAddress),
        (nameof(CompanyDetails.Phone), d => d.Phone),
        (nameof(CompanyDetails.Email), d => d.Email),
        (nameof(CompanyDetails.Website), d => d.Website),
        (nameof(CompanyDetails.BankCode), d => d.BankCode),
        (nameof(CompanyDetails.BankName), d => d.BankName),
        (nameof(CompanyDetails.BankAccount), d => d.BankAccount),
        (nameof(CompanyDetails.CorrespondentAccount), d => d.CorrespondentAccount),
    ];

    private static readonly (string Field, Func<RegistrationPerson, string> Value)[] OfPerson =
    [
        (nameof(RegistrationPerson.FullName), p => p.FullName),
        (nameof(RegistrationPerson.Position), p => p.Position),
        (nameof(RegistrationPerson.Phone), p => p.Phone),
        (nameof(RegistrationPerson.Email), p => p.Email),
        (nameof(RegistrationPerson.Roles), p => p.Roles is PersonRoles.None ? "" : p.Roles.ToString()),
        (nameof(RegistrationPerson.Basis), p => p.Basis is SigningBasis.None ? "" : p.Basis.ToString()),
        (nameof(RegistrationPerson.BasisNumber), p => p.BasisNumber),
        (nameof(RegistrationPerson.BasisDate), p => Day(p.BasisDate)),
        (nameof(RegistrationPerson.BasisUntil), p => Day(p.BasisUntil)),
    ];

    public static IEnumerable<ContentDifference> Between(RegistrationContent before, RegistrationContent after) =>
    [
        .. Details(before.Details, after.Details),
        .. Lists(RegistrationParts.People, nameof(RegistrationContent.Regions), before.Regions, after.Regions),
        .. People(before.People, after.People),
        .. Lists(RegistrationParts.Categories, nameof(RegistrationContent.Categories), Texts(before.Categories), Texts(after.Categories)),
        .. Documents(before, after),
    ];

    private static IEnumerable<ContentDifference> Details(CompanyDetails before, CompanyDetails after) => OfDetails
        .Select(one => new ContentDifference(RegistrationParts.Details, one.Field, one.Value(before), one.Value(after)))
        .Where(one => one.Before != one.After);

    private static IEnumerable<ContentDifference> People(IReadOnlyList<RegistrationPerson> before, IReadOnlyList<RegistrationPerson> after) =>
        from i in Enumerable.Range(0, Math.Max(before.Count, after.Count))
        let old = i < before.Count ? before[i] : new RegistrationPerson()
        let young = i < after.Count ? after[i] : new RegistrationPerson()
        from one in OfPerson
        where one.Value(old) != one.Value(young)
        select new ContentDifference(RegistrationParts.People, $"People[{i}].{one.Field}", one.Value(old), one.Value(young));

    private static IEnumerable<ContentDifference> Documents(RegistrationContent before, RegistrationContent after) =>
        from kind in before.Documents.Concat(after.Documents).Select(document => document.Kind).Distinct()
        let old = before.DocumentOf(kind)
        let young = after.DocumentOf(kind)
        from one in new[]
        {
            new ContentDifference(RegistrationParts.Documents, $"{kind}.Number", old.Number, young.Number),
            new ContentDifference(RegistrationParts.Documents, $"{kind}.ValidUntil", Day(old.ValidUntil), Day(young.ValidUntil)),
            new ContentDifference(RegistrationParts.Documents, $"{kind}.Files", Names(old.Files, young.Files), Names(young.Files, old.Files)),
        }
        where one.Before != one.After
        select one;

    private static IEnumerable<ContentDifference> Lists(RegistrationParts part, string field, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, young) = (string.Join(", ", before.Except(after).Order()), string.Join(", ", after.Except(before).Order()));
        return old == young ? [] : [new(part, field, old, young)];
    }

    // Files of one name are still different files.
    private static string Names(IReadOnlyList<DocumentFile> files, IReadOnlyList<DocumentFile> others) =>
        string.Join(", ", files.Where(file => others.All(other => other.FileId != file.FileId)).Select(file => file.Name));

    private static IEnumerable<string> Texts(IEnumerable<long> keys) => keys.Select(key => key.ToString(CultureInfo.InvariantCulture));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
