using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers;

/// <summary>Who may sign for a supplier, and on what basis. A record; an account, if the person has one, is another thing.</summary>
public sealed class Signatory
{
    private Signatory()
    {
    }

    public Signatory(string fullName, string position, string phone, string email, SigningAuthority authority) =>
        (FullName, Position, Phone, Email, Authority) = (fullName, position, phone, email, authority);

    public long Id { get; private set; }

    public long SupplierId { get; private set; }

    public string FullName { get; private set; } = "";

    public string Position { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>Several signatories may share one.</summary>
    public string Email { get; private set; } = "";

    public SigningAuthority Authority { get; private set; } = new(SigningBasis.None, "", null, null);

    public bool MaySignOn(DateOnly day) => Authority.Basis is SigningBasis.Charter
        || (Authority.Basis is SigningBasis.PowerOfAttorney && Authority.Until >= day);
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
