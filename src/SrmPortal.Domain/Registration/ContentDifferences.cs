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
    private static readonly (string Field, Func<CompanyDetails, string> Value, Func<CompanyDetails, CompanyDetails, CompanyDetails> Take)[] OfDetails =
    [
        (nameof(CompanyDetails.Country), d => d.Country, (d, other) => d with { Country = other.Country }),
        (nameof(CompanyDetails.FullName), d => d.FullName, (d, other) => d with { FullName = other.FullName }),
        (nameof(CompanyDetails.ShortName), d => d.ShortName, (d, other) => d with { ShortName = other.ShortName }),
        (nameof(CompanyDetails.LocalName), d => d.LocalName, (d, other) => d with { LocalName = other.LocalName }),
        (nameof(CompanyDetails.LegalForm), d => d.LegalForm, (d, other) => d with { LegalForm = other.LegalForm }),
        (nameof(CompanyDetails.TaxNumber), d => d.TaxNumber, (d, other) => d with { TaxNumber = other.TaxNumber }),
        (nameof(CompanyDetails.Kpp), d => d.Kpp, (d, other) => d with { Kpp = other.Kpp }),
        (nameof(CompanyDetails.RegistrationNumber), d => d.RegistrationNumber, (d, other) => d with { RegistrationNumber = other.RegistrationNumber }),
        (nameof(CompanyDetails.Lei), d => d.Lei, (d, other) => d with { Lei = other.Lei }),
        (nameof(CompanyDetails.IsBranch), d => d.IsBranch ? "+" : "", (d, other) => d with { IsBranch = other.IsBranch }),
        (nameof(CompanyDetails.LegalAddress), d => d.LegalAddress.ToString(), (d, other) => d with { LegalAddress = other.LegalAddress }),
        (nameof(CompanyDetails.ActualAddress), d => d.ActualAddress.ToString(), (d, other) => d with { ActualAddress = other.ActualAddress }),
        (nameof(CompanyDetails.PostalAddress), d => d.PostalAddress.ToString(), (d, other) => d with { PostalAddress = other.PostalAddress }),
        (nameof(CompanyDetails.Phone), d => d.Phone, (d, other) => d with { Phone = other.Phone }),
        (nameof(CompanyDetails.Email), d => d.Email, (d, other) => d with { Email = other.Email }),
        (nameof(CompanyDetails.Website), d => d.Website, (d, other) => d with { Website = other.Website }),
        (nameof(CompanyDetails.BankCode), d => d.BankCode, (d, other) => d with { BankCode = other.BankCode }),
        (nameof(CompanyDetails.BankName), d => d.BankName, (d, other) => d with { BankName = other.BankName }),
        (nameof(CompanyDetails.BankCity), d => d.BankCity, (d, other) => d with { BankCity = other.BankCity }),
        (nameof(CompanyDetails.BankAccount), d => d.BankAccount, (d, other) => d with { BankAccount = other.BankAccount }),
        (nameof(CompanyDetails.CorrespondentAccount), d => d.CorrespondentAccount, (d, other) => d with { CorrespondentAccount = other.CorrespondentAccount }),
        (nameof(CompanyDetails.CorrespondentBank), d => d.CorrespondentBank, (d, other) => d with { CorrespondentBank = other.CorrespondentBank }),
    ];

    private static readonly (string Field, Func<RegistrationPerson, string> Value, Func<RegistrationPerson, RegistrationPerson, RegistrationPerson> Take)[] OfPerson =
    [
        (nameof(RegistrationPerson.FullName), p => p.FullName, (p, other) => p with { FullName = other.FullName }),
        (nameof(RegistrationPerson.Position), p => p.Position, (p, other) => p with { Position = other.Position }),
        (nameof(RegistrationPerson.Phone), p => p.Phone, (p, other) => p with { Phone = other.Phone }),
        (nameof(RegistrationPerson.Email), p => p.Email, (p, other) => p with { Email = other.Email }),
        (nameof(RegistrationPerson.Roles), p => p.Roles is PersonRoles.None ? "" : p.Roles.ToString(), (p, other) => p with { Roles = other.Roles }),
        (nameof(RegistrationPerson.Basis), p => p.Basis is SigningBasis.None ? "" : p.Basis.ToString(), (p, other) => p with { Basis = other.Basis }),
        (nameof(RegistrationPerson.BasisNumber), p => p.BasisNumber, (p, other) => p with { BasisNumber = other.BasisNumber }),
        (nameof(RegistrationPerson.BasisDate), p => Day(p.BasisDate), (p, other) => p with { BasisDate = other.BasisDate }),
        (nameof(RegistrationPerson.BasisUntil), p => Day(p.BasisUntil), (p, other) => p with { BasisUntil = other.BasisUntil }),
    ];

    public static IEnumerable<ContentDifference> Between(RegistrationContent before, RegistrationContent after) =>
    [
        .. Details(before.Details, after.Details),
        .. Lists(RegistrationParts.People, nameof(RegistrationContent.Regions), before.Regions, after.Regions),
        .. People(before.People, after.People),
        .. Lists(RegistrationParts.Categories, nameof(RegistrationContent.Categories), Texts(before.Categories), Texts(after.Categories)),
        .. Documents(before, after),
    ];

    /// <summary>This content, with the value that one of its fields has in the other.</summary>
    public static RegistrationContent Taking(this RegistrationContent content, string field, RegistrationContent other) => field switch
    {
        nameof(RegistrationContent.Regions) => content with { Regions = other.Regions },
        nameof(RegistrationContent.Categories) => content with { Categories = other.Categories },
        _ when field.Split('[', ']') is ["People", var no, ['.', .. var name]] && int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && OfPerson.SingleOrDefault(one => one.Field == name) is { Field: not null } one => content with { People = Taking(content.People, index, person => one.Take(person, PersonAt(other.People, index))) },
        _ when OfDetails.SingleOrDefault(one => one.Field == field) is { Field: not null } one => content with { Details = one.Take(content.Details, other.Details) },
        _ => content,
    };

    private static IReadOnlyList<RegistrationPerson> Taking(IReadOnlyList<RegistrationPerson> people, int no, Func<RegistrationPerson, RegistrationPerson> take) => no > people.Count ? people
        : [.. Enumerable.Range(0, Math.Max(people.Count, no + 1)).Select(i => i == no ? take(PersonAt(people, i)) : people[i])];

    private static RegistrationPerson PersonAt(IReadOnlyList<RegistrationPerson> people, int no) => no < people.Count ? people[no] : new RegistrationPerson();

    private static IEnumerable<ContentDifference> Details(CompanyDetails before, CompanyDetails after) => OfDetails
        .Select(one => new ContentDifference(RegistrationParts.Details, one.Field, one.Value(before), one.Value(after)))
        .Where(one => one.Before != one.After);

    private static IEnumerable<ContentDifference> People(IReadOnlyList<RegistrationPerson> before, IReadOnlyList<RegistrationPerson> after) =>
        from i in Enumerable.Range(0, Math.Max(before.Count, after.Count))
        let old = PersonAt(before, i)
        let young = PersonAt(after, i)
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
        // Files of one name are still different files.
        where one.Before != one.After || (one.Field.EndsWith(".Files", StringComparison.Ordinal) && one.Before.Length > 0)
        select one;

    private static IEnumerable<ContentDifference> Lists(RegistrationParts part, string field, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, young) = (string.Join(", ", before.Except(after).Order()), string.Join(", ", after.Except(before).Order()));
        return old == young ? [] : [new(part, field, old, young)];
    }

    private static string Names(IReadOnlyList<DocumentFile> files, IReadOnlyList<DocumentFile> others) =>
        string.Join(", ", files.Where(file => others.All(other => other.FileId != file.FileId)).Select(file => file.Name));

    private static IEnumerable<string> Texts(IEnumerable<long> keys) => keys.Select(key => key.ToString(CultureInfo.InvariantCulture));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
