using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers;

/// <summary>Who may sign for a supplier, and on what basis. A record; an account, if the person has one, is another thing.</summary>
public sealed class Signatory
{
    private Signatory()
    {
    }

    /// <param name="paperId">The stored file of the power of attorney, where the portal has it.</param>
    public Signatory(string fullName, string position, string phone, string email, SigningAuthority authority, long? paperId = null) =>
        (FullName, Position, Phone, Email, Authority, PaperId) = (fullName, position, phone, email, authority, paperId);

    public long Id { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>Ten random characters, by which pages name it.</summary>
    public string Code { get; private set; } = RandomNumbers.Code();

    public string FullName { get; private set; } = "";

    public string Position { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>Several signatories may share one.</summary>
    public string Email { get; private set; } = "";

    public SigningAuthority Authority { get; private set; } = new(SigningBasis.None, "", null, null);

    /// <summary>The stored file of the power of attorney; null: it lies with the documents, or there is none.</summary>
    public long? PaperId { get; private set; }

    /// <summary>Days before the end of the power of attorney at which it was told last; 0: not yet; -1: told that it has ended.</summary>
    public int ValidityTold { get; private set; }

    /// <summary>Who signs, of those who were named in a questionnaire.</summary>
    public static IEnumerable<Signatory> AllOf(RegistrationContent content) => content.People.Where(person => person.Is(PersonRoles.Signatory))
        .Select(person => new Signatory(person.FullName, person.Position, person.Phone, person.Email, new SigningAuthority(person.Basis, person.BasisNumber, person.BasisDate, person.BasisUntil)));

    public bool MaySignOn(DateOnly day) => Authority.Basis is SigningBasis.Charter
        || (Authority.Basis is SigningBasis.PowerOfAttorney && Authority.Until >= day);

    /// <summary>By the same rules as in the questionnaire.</summary>
    internal IEnumerable<BrokenRule> WhatIsWrong(DateOnly today) => PeopleChecks.WhatIsWrongWith(
        new RegistrationPerson
        {
            FullName = FullName,
            Position = Position,
            Phone = Phone,
            Email = Email,
            Roles = PersonRoles.Signatory,
            Basis = Authority.Basis,
            BasisNumber = Authority.Number,
            BasisDate = Authority.Date,
            BasisUntil = Authority.Until,
        }, today);

    internal bool IsSamePersonAs(Signatory other) => FullName == other.FullName && UserAccount.Normalized(Email) == UserAccount.Normalized(other.Email);

    internal bool SaysTheSameAs(Signatory other) => (FullName, Position, Phone, Email, Authority) == (other.FullName, other.Position, other.Phone, other.Email, other.Authority);

    internal void Become(Signatory other) =>
        (FullName, Position, Phone, Email, ValidityTold, Authority, PaperId) = (other.FullName, other.Position, other.Phone, other.Email,
            other.Authority.Until == Authority.Until ? ValidityTold : 0, other.Authority, other.PaperId ?? (other.Authority.Number == Authority.Number ? PaperId : null));

    internal bool Watch(DateOnly today)
    {
        var due = Authority is { Basis: SigningBasis.PowerOfAttorney, Until: { } until } ? Validity.Due(Validity.DaysLeft(until, today), ValidityTold) : null;
        ValidityTold = due ?? ValidityTold;
        return due is not null;
    }
}

/// <param name="Basis">Charter, or power of attorney.</param>
/// <param name="Number">Of the power of attorney.</param>
/// <param name="Date">When it was given.</param>
/// <param name="Until">Its last day.</param>
public sealed record SigningAuthority(SigningBasis Basis, string Number, DateOnly? Date, DateOnly? Until);

/// <summary>A company that was accredited has named people who sign for it; who gets no access gets the notice by itself.</summary>
/// <param name="Company">Its name, as it is told.</param>
public sealed record SignatoriesNamed(string Subject, long SupplierId, string Company) : Announcement(Subject)
{
    /// <summary>Those who were named with a renewal, by key; null: all of the supplier.</summary>
    public IReadOnlyList<long>? Only { get; init; }
}
