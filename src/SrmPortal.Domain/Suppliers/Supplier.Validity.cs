using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers;

/// <summary>How long an accreditation and a suspension last, what is said about it, and the renewal.</summary>
public sealed partial class Supplier
{
    /// <summary>From so many days before its end an accreditation can be renewed.</summary>
    public const int RenewableDays = 60;

    private const int EndTold = -1, TellEndForDays = 30;

    private static readonly int[] TellBefore = [60, 30, 7];

    /// <summary>Days before the end at which its masters were told last; 0: not yet; -1: told that it has ended.</summary>
    public int ValidityTold { get; private set; }

    /// <summary>Why the accreditation can't be renewed now, or null.</summary>
    public BrokenRule? WhyNotRenew(DateTime now) =>
        StateAt(now) is SupplierState.Suspended ? new(SupplierRules.Suspended)
        : now < AccreditedUntil.AddDays(-RenewableDays) ? new(SupplierRules.RenewalTooEarly, null, AccreditedUntil.AddDays(-RenewableDays))
        : null;

    /// <summary>Tells of the end of the accreditation before and when it comes, and ends a suspension whose last day has passed. Each is said once.</summary>
    /// <returns>Whether there was anything to say.</returns>
    public bool Watch(DateTime now)
    {
        var before = Revision;
        if (State is SupplierState.Suspended && SuspendedUntil <= now)
        {
            (State, SuspensionReason, SuspendedUntil) = (SupplierState.Accredited, null, null);
            Changed(new SuspensionEnded(Number));
        }

        if (now >= AccreditedUntil)
        {
            if (ValidityTold != EndTold && now < AccreditedUntil.AddDays(TellEndForDays))
            {
                ValidityTold = EndTold;
                Changed(new AccreditationEnded(Number, AccreditedUntil));
            }
        }
        else if (TellBefore.Where(days => now >= AccreditedUntil.AddDays(-days)).DefaultIfEmpty(0).Min() is var reached && reached > 0 && (ValidityTold <= 0 || ValidityTold > reached))
        {
            ValidityTold = reached;
            Changed(new AccreditationEndsSoon(Number, AccreditedUntil));
        }

        return Revision > before;
    }

    /// <summary>The last check of a renewal was passed: what was asked anew takes the place of what was there.</summary>
    /// <param name="renewed">As it was passed; the company's key is the same.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="years">For how many years, from the end of the accreditation or, where it has ended, from now.</param>
    public void Renew(RenewedSupplier renewed, DateTime now, int years)
    {
        if (renewed.Company.Key != Company.Key)
        {
            throw new InvalidOperationException($"{Number} can't become another company.");
        }

        TakeDetails(renewed.Company);
        _regions.Clear();
        _regions.AddRange(renewed.Regions);
        _categories.RemoveAll(category => !renewed.Categories.Contains(category.CategoryId));
        _categories.AddRange(renewed.Categories.Distinct().Where(id => _categories.All(category => category.CategoryId != id)).Select(id => new SupplierCategory(id, now)).ToArray());
        _signatories.Clear();
        _signatories.AddRange(renewed.Signatories);
        _documents.Clear();
        _documents.AddRange(renewed.Documents);
        (AccreditedUntil, ValidityTold) = ((AccreditedUntil > now ? AccreditedUntil : now).AddYears(years), 0);
        Changed(new AccreditationRenewed(Number, AccreditedUntil));
    }
}

/// <param name="Company">As it was accredited anew.</param>
/// <param name="Regions">Codes.</param>
/// <param name="Categories">By key.</param>
/// <param name="Signatories">All of them.</param>
/// <param name="Documents">All of them.</param>
public sealed record RenewedSupplier(
    CompanyDetails Company, IReadOnlyCollection<string> Regions, IReadOnlyCollection<long> Categories, IReadOnlyCollection<Signatory> Signatories, IReadOnlyCollection<SupplierDocument> Documents);

public sealed record AccreditationRenewed(string Subject, DateTime Until) : DomainEvent(Subject);

/// <summary>The supplier's masters are told, 60, 30 and 7 days before.</summary>
public sealed record AccreditationEndsSoon(string Subject, DateTime Until) : Announcement(Subject);

/// <summary>The accreditation has ended: running events go on, no new invitation comes.</summary>
public sealed record AccreditationEnded(string Subject, DateTime Until) : Announcement(Subject);

/// <summary>The last day of a suspension has passed. Everybody of the supplier is told.</summary>
public sealed record SuspensionEnded(string Subject) : Announcement(Subject);
