using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>
/// A supplier asks for its accreditation anew: the questionnaire is filled with what is known, and only what has lapsed or changed is open.
/// From the sending on it goes the way of any other.
/// </summary>
public sealed partial class SupplierRegistration
{
    /// <summary>The supplier whose accreditation is renewed; null: a company that is no supplier yet.</summary>
    public long? RenewsSupplierId { get; private set; }

    public bool IsRenewal => RenewsSupplierId is not null;

    /// <param name="supplierId">Who asks.</param>
    /// <param name="applicant">The master user who does; the address is known.</param>
    /// <param name="known">What the portal has, without what has lapsed.</param>
    /// <param name="open">What has lapsed or, as the master says, changed.</param>
    /// <param name="now">In UTC.</param>
    public static SupplierRegistration Renewal(long supplierId, Applicant applicant, RegistrationContent known, RegistrationParts open, DateTime now)
    {
        var renewal = new SupplierRegistration { StartKey = Guid.NewGuid(), Applicant = applicant, StartedAt = now, AddressConfirmedAt = now, RenewsSupplierId = supplierId };
        renewal.Take(known);
        renewal.OpenParts = open & RegistrationParts.All;
        renewal.Touched(RegistrationParts.None, now);
        renewal.Changed(new RenewalStarted(renewal.Subject, supplierId, renewal.OpenParts));
        return renewal;
    }

    /// <summary>Something else has changed too.</summary>
    public void OpenAlso(RegistrationParts parts, DateTime now)
    {
        RuleViolation.ThrowIf(!IsRenewal || State is not RegistrationState.Draft, RegistrationRules.WrongState);
        if ((OpenParts | (parts & RegistrationParts.All)) is var open && open != OpenParts)
        {
            OpenParts = open;
            Touched(now);
            Changed(new RenewalOpened(Subject, open));
        }
    }

    // A renewal is the same company's: another tax number is another company.
    private void RefuseAnotherCompany(RegistrationContent content) => RuleViolation.ThrowIfAny(
        IsRenewal && content.Details.Key != Content.Details.Key ? [new BrokenRule(RegistrationRules.RenewalOfAnother, nameof(Suppliers.CompanyDetails.TaxNumber))] : []);
}

public sealed record RenewalStarted(string Subject, long SupplierId, RegistrationParts Open) : DomainEvent(Subject);

public sealed record RenewalOpened(string Subject, RegistrationParts Open) : DomainEvent(Subject);
