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
    /// <param name="given">What was agreed to before, by whoever applied for the company.</param>
    /// <param name="editions">The edition of each consent that is in force now.</param>
    /// <param name="now">In UTC.</param>
    public static SupplierRegistration Renewal(long supplierId, Applicant applicant, RegistrationContent known, RegistrationParts open,
        IEnumerable<Consent> given, IReadOnlyDictionary<ConsentKind, int> editions, DateTime now)
    {
        var renewal = new SupplierRegistration { StartKey = Guid.NewGuid(), StartedAt = now, AddressConfirmedAt = now, RenewsSupplierId = supplierId };
        renewal.Take(applicant);
        renewal.Take(known);
        renewal._consents = [.. given.Where(one => one.IsInForce && one.Text.Edition >= editions[one.Text.Kind]).GroupBy(one => one.Text.Kind)
            .Select(same => same.MaxBy(one => (SameAddress(one.Email, applicant.Email), one.GivenAt))!)];
        renewal.OpenParts = renewal.WithConsents(open & RegistrationParts.All, editions);
        renewal.Touched(RegistrationParts.None, now);
        renewal.Changed(new RenewalStarted(renewal.Subject, supplierId, renewal.OpenParts));
        return renewal;
    }

    /// <summary>Something else has changed too, or a text that was agreed to.</summary>
    public void OpenAlso(RegistrationParts parts, IReadOnlyDictionary<ConsentKind, int> editions, DateTime now)
    {
        RuleViolation.ThrowIf(!IsRenewal || State is not RegistrationState.Draft, RegistrationRules.WrongState);
        var given = _consents.Count;
        var open = WithConsents(OpenParts | (parts & RegistrationParts.All), editions);
        if (open != OpenParts || _consents.Count != given)
        {
            OpenParts = open;
            Touched(now);
            Changed(new RenewalOpened(Subject, open));
        }
    }

    /// <summary>Whether this consent has to be given with this registration: one that was given before, and still holds, is not asked again.</summary>
    public bool IsAsked(ConsentKind kind) => !_consents.Any(one => one.IsInForce && one.Text.Kind == kind && one.GivenAt < StartedAt);

    // The text must be the same; the own data only their owner gives away; and who is named now must have been told now.
    private RegistrationParts WithConsents(RegistrationParts open, IReadOnlyDictionary<ConsentKind, int> editions)
    {
        _consents = [.. _consents.Where(one => one.GivenAt >= StartedAt || (one.Text.Edition >= editions[one.Text.Kind] && one.Text.Kind switch
        {
            ConsentKind.PersonalData => SameAddress(one.Email, Applicant.Email),
            ConsentKind.PeopleInformed => !open.HasFlag(RegistrationParts.People),
            _ => true,
        }))];
        return editions.Keys.All(kind => _consents.Any(one => one.IsInForce && one.Text.Kind == kind)) ? open : open | RegistrationParts.Documents;
    }

    // A renewal is the same company's: another tax number is another company.
    private void RefuseAnotherCompany(RegistrationContent content) => RuleViolation.ThrowIfAny(
        IsRenewal && content.Details.Key != Content.Details.Key ? [new BrokenRule(RegistrationRules.RenewalOfAnother, nameof(Suppliers.CompanyDetails.TaxNumber))] : []);
}

public sealed record RenewalStarted(string Subject, long SupplierId, RegistrationParts Open) : DomainEvent(Subject);

public sealed record RenewalOpened(string Subject, RegistrationParts Open) : DomainEvent(Subject);
