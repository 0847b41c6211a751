using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Registration;

/// <summary>The parts of the questionnaire that a reviewer may ask to correct.</summary>
[Flags]
public enum RegistrationParts
{
    None = 0,
    Details = 1,

    /// <summary>Regions of supply too: the same page asks for them.</summary>
    People = 2,
    Categories = 4,
    Documents = 8,
    All = Details | People | Categories | Documents,
}

/// <summary>What a person is to the company; one may be several things.</summary>
[Flags]
public enum PersonRoles
{
    None = 0,

    /// <summary>May sign for the supplier; needs no account.</summary>
    Signatory = 1,

    /// <summary>Takes part in events and auctions.</summary>
    ContactPerson = 2,

    /// <summary>Administers the company's people and data.</summary>
    MasterUser = 4,
}

public enum SigningBasis { None, Charter, PowerOfAttorney }

/// <summary>Who fills the questionnaire in.</summary>
/// <param name="LastName">Surname.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="MiddleName">Patronymic; may be empty.</param>
/// <param name="Email">The own address; links go there.</param>
/// <param name="Language">Of mails and pages: <c>ru</c> or <c>en</c>.</param>
public sealed record Applicant(string LastName, string FirstName, string MiddleName, string Email, string Language)
{
    public string FullName => string.Join(' ', new[] { LastName, FirstName, MiddleName }.Where(name => name.Length > 0));
}

/// <summary>Somebody who is named in the questionnaire.</summary>
public sealed record RegistrationPerson
{
    /// <summary>Surname, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    public string Position { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public PersonRoles Roles { get; init; }

    /// <summary>Of a signatory.</summary>
    public SigningBasis Basis { get; init; }

    /// <summary>Of the power of attorney.</summary>
    public string BasisNumber { get; init; } = "";

    public DateOnly? BasisDate { get; init; }

    public DateOnly? BasisUntil { get; init; }

    /// <summary>Whether an account is made for the person.</summary>
    public bool IsUser => (Roles & (PersonRoles.ContactPerson | PersonRoles.MasterUser)) != 0;

    public bool Is(PersonRoles role) => (Roles & role) != 0;
}

/// <summary>One kind of document, with all its files.</summary>
/// <param name="Kind">A code of the list of documents: <c>charter</c>.</param>
/// <param name="Number">As it is printed; may be empty.</param>
/// <param name="ValidUntil">Its last day.</param>
/// <param name="Files">In the order in which they were given.</param>
public sealed record RegistrationDocument(string Kind, string Number, DateOnly? ValidUntil, IReadOnlyList<DocumentFile> Files);

/// <param name="FileId">The stored file.</param>
/// <param name="Name">As its owner knows it.</param>
/// <param name="Size">In bytes.</param>
public sealed record DocumentFile(long FileId, string Name, long Size);

/// <summary>What the applicant has chosen of the addresses; the addresses themselves stand in the details, each whole.</summary>
/// <param name="ActualSame">The actual address is the registered one.</param>
/// <param name="Postal">Which one the postal address is.</param>
public sealed record AddressChoice(bool ActualSame, PostalAddressIs Postal)
{
    /// <summary>As it was chosen, where the addresses have not become different since; else what they say by themselves.</summary>
    public static AddressChoice Of(RegistrationContent content)
    {
        var (legal, actual, postal) = (content.Details.LegalAddress, content.Details.ActualAddress, content.Details.PostalAddress);
        var chosen = content.Addresses;
        var isSame = actual == legal && chosen is not { ActualSame: false };
        return new AddressChoice(isSame, chosen?.Postal switch
        {
            PostalAddressIs.Legal when postal == legal => PostalAddressIs.Legal,
            PostalAddressIs.Actual when postal == actual => PostalAddressIs.Actual,
            PostalAddressIs.Own => PostalAddressIs.Own,
            _ => postal == legal ? PostalAddressIs.Legal : postal == actual ? PostalAddressIs.Actual : PostalAddressIs.Own,
        });
    }
}

public enum PostalAddressIs { Legal, Actual, Own }

/// <summary>Everything that the applicant fills in about the company, as it is now or as it was sent.</summary>
public sealed record RegistrationContent
{
    public CompanyDetails Details { get; init; } = new();

    /// <summary>Which addresses were said to be the same, also while they are still empty; null: nobody has said it.</summary>
    public AddressChoice? Addresses { get; init; }

    /// <summary>Codes of regions of Russia (<c>RU-66</c>) and of countries (<c>KZ</c>).</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<RegistrationPerson> People { get; init; } = [];

    /// <summary>Keys of categories; each covers all below it.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    public IReadOnlyList<RegistrationDocument> Documents { get; init; } = [];

    public IEnumerable<DocumentFile> Files => Documents.SelectMany(document => document.Files);

    public RegistrationDocument DocumentOf(string kind) =>
        Documents.FirstOrDefault(document => document.Kind == kind) ?? new RegistrationDocument(kind, "", null, []);

    /// <summary>Field by field, what is different from <paramref name="before"/>.</summary>
    public IEnumerable<ContentDifference> DifferencesFrom(RegistrationContent before) =>
        ContentDifferences.Between(before, this);

    /// <summary>This content, with the values that <paramref name="other"/> has in these fields. Nobody is left who has no entry any more.</summary>
    /// <param name="fields">In the words of <see cref="ContentDifference.Field"/>.</param>
    /// <param name="other">From where.</param>
    public RegistrationContent Taking(IEnumerable<string> fields, RegistrationContent other)
    {
        var taken = fields.Aggregate(this, (content, field) => ContentDifferences.Taking(content, field, other));
        return ReferenceEquals(taken.People, People) ? taken : taken with { People = [.. taken.People.Where(person => person != new RegistrationPerson())] };
    }

    /// <summary>The parts that are different from <paramref name="before"/>.</summary>
    public RegistrationParts PartsDifferentFrom(RegistrationContent before) =>
        DifferencesFrom(before).Aggregate(RegistrationParts.None, (parts, difference) => parts | difference.Part);
}
