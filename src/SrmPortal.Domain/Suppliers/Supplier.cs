using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers;

/// <summary><c>Expired</c> is never stored: ask <see cref="Supplier.StateAt"/>.</summary>
public enum SupplierState { Accredited, Suspended, Expired }

/// <summary>A company that was accredited: it is invited, makes offers, and administers its own people.</summary>
public sealed partial class Supplier : AggregateRoot
{
    public const int LongestReason = 1000;

    private readonly List<SupplierCategory> _categories = [];
    private readonly List<string> _regions = [];
    private readonly List<Signatory> _signatories = [];
    private readonly List<SupplierDocument> _documents = [];
    private readonly List<SupplierBankAccount> _furtherAccounts = [];

    private Supplier()
    {
    }

    /// <param name="number"><c>S</c> and eight random digits.</param>
    /// <param name="company">As it was accredited.</param>
    /// <param name="regions">Codes of the regions and countries that it supplies.</param>
    /// <param name="categories">Approved categories, by key.</param>
    /// <param name="now">In UTC; from when it is accredited.</param>
    /// <param name="until">The first instant, in UTC, at which the accreditation has expired.</param>
    public Supplier(string number, CompanyDetails company, IEnumerable<string> regions, IEnumerable<long> categories, DateTime now, DateTime until)
    {
        (Number, AccreditedAt, AccreditedUntil) = (number, now, until);
        TakeDetails(company);
        _regions.AddRange(regions);
        _categories.AddRange(categories.Distinct().Select(category => new SupplierCategory(category, now)));
        Changed(new SupplierAccredited(number, until));
    }

    public string Number { get; private set; } = "";

    public CompanyDetails Company { get; private set; } = new();

    /// <summary>With <see cref="TaxKey"/> and <see cref="BranchKpp"/> unique among suppliers.</summary>
    public string Country { get; private set; } = "";

    public string TaxKey { get; private set; } = "";

    public string BranchKpp { get; private set; } = "";

    /// <summary>Short name as it is shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary><see cref="Name"/>, full name and numbers, folded for searching.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The name as it is compared with others, and its length: <see cref="CompanyNames"/>.</summary>
    public string NameKey { get; private set; } = "";

    public int NameLength { get; private set; }

    public SupplierState State { get; private set; }

    public DateTime AccreditedAt { get; private set; }

    public DateTime AccreditedUntil { get; private set; }

    public string? SuspensionReason { get; private set; }

    /// <summary>In UTC; null: until it is lifted.</summary>
    public DateTime? SuspendedUntil { get; private set; }

    public IReadOnlyList<SupplierCategory> Categories => _categories;

    public IReadOnlyList<string> Regions => _regions;

    public IReadOnlyList<Signatory> Signatories => _signatories;

    public IReadOnlyList<SupplierDocument> Documents => _documents;

    /// <summary>Besides the main one, which stands in <see cref="Company"/>.</summary>
    public IReadOnlyList<SupplierBankAccount> FurtherAccounts => _furtherAccounts;

    /// <summary>All, the main one first.</summary>
    public IReadOnlyList<BankDetails> BankAccounts =>
        [.. BankDetails.MainOf(Company) is { } main ? [main] : Array.Empty<BankDetails>(), .. _furtherAccounts.OrderBy(one => one.Id).Select(one => one.Details)];

    public SupplierState StateAt(DateTime now) => StateAt(State, SuspendedUntil, AccreditedUntil, now);

    /// <summary>The same of what a list has read of one.</summary>
    public static SupplierState StateAt(SupplierState state, DateTime? suspendedUntil, DateTime accreditedUntil, DateTime now) =>
        state is SupplierState.Suspended && !(suspendedUntil <= now) ? SupplierState.Suspended
        : now >= accreditedUntil ? SupplierState.Expired
        : SupplierState.Accredited;

    /// <summary>New invitations need a valid accreditation; an expired one only finishes running events.</summary>
    public bool CanBeInvitedAt(DateTime now) => StateAt(now) is SupplierState.Accredited;

    public void RefuseUnlessMayOfferAt(DateTime now) =>
        RuleViolation.ThrowIf(StateAt(now) is SupplierState.Suspended, SupplierRules.Suspended);

    /// <param name="reason">The supplier reads it.</param>
    /// <param name="until">In UTC; null: until it is lifted.</param>
    /// <param name="now">In UTC.</param>
    public void Suspend(string reason, DateTime? until, DateTime now)
    {
        RuleViolation.ThrowIf(StateAt(now) is SupplierState.Suspended, SupplierRules.AlreadySuspended);
        RuleViolation.ThrowIfAny(
        [
            .. string.IsNullOrWhiteSpace(reason) ? [new BrokenRule(SupplierRules.NoReason, "Reason")]
                : reason.Length > LongestReason ? [new(SupplierRules.ReasonTooLong, "Reason", LongestReason)] : Array.Empty<BrokenRule>(),
            .. until <= now ? [new BrokenRule(SupplierRules.UntilPassed, "Until")] : Array.Empty<BrokenRule>(),
        ]);
        (State, SuspensionReason, SuspendedUntil) = (SupplierState.Suspended, reason.Trim(), until);
        Changed(new SupplierSuspended(Number, until));
    }

    public void LiftSuspension()
    {
        RuleViolation.ThrowIf(State is not SupplierState.Suspended, SupplierRules.NotSuspended);
        (State, SuspensionReason, SuspendedUntil) = (SupplierState.Accredited, null, null);
        Changed(new SuspensionLifted(Number));
    }

    /// <summary>What was named and given when it was registered.</summary>
    public void TakeOver(IEnumerable<Signatory> signatories, IEnumerable<SupplierDocument> documents)
    {
        _signatories.AddRange(signatories);
        _documents.AddRange(documents);
        Changed(new SupplierPapersTaken(Number, _signatories.Count, [.. _documents.Select(document => document.Kind)]));
    }

    private void TakeDetails(CompanyDetails company)
    {
        (Company, Name) = (company, company.ShortName.Length > 0 ? company.ShortName : company.FullName);
        (Country, TaxKey, BranchKpp) = company.Key;
        SearchText = Search.Folded($"{Name} {company.FullName} {company.TaxNumber} {Number}");
        NameKey = CompanyNames.Key(Name);
        NameLength = NameKey.Length;
    }
}

/// <summary>A category that a supplier was approved for; it covers all below it.</summary>
public sealed class SupplierCategory
{
    private SupplierCategory()
    {
    }

    internal SupplierCategory(long categoryId, DateTime approvedAt) => (CategoryId, ApprovedAt) = (categoryId, approvedAt);

    public long SupplierId { get; private set; }

    public long CategoryId { get; private set; }

    public DateTime ApprovedAt { get; private set; }
}

public sealed record SupplierAccredited(string Subject, DateTime Until) : DomainEvent(Subject);

public sealed record SupplierPapersTaken(string Subject, int Signatories, IReadOnlyList<string> Documents) : DomainEvent(Subject);

/// <summary>Everybody of the supplier is told.</summary>
public sealed record SupplierSuspended(string Subject, DateTime? Until) : Announcement(Subject);

/// <summary>Everybody of the supplier is told.</summary>
public sealed record SuspensionLifted(string Subject) : Announcement(Subject);

public static class SupplierRules
{
    public const string Suspended = "supplier.suspended";
    public const string NotSuspended = "supplier.not-suspended";
    public const string AlreadySuspended = "supplier.already-suspended";
    public const string NoReason = "supplier.no-reason";
    public const string ReasonTooLong = "supplier.reason-too-long";
    public const string UntilPassed = "supplier.until-passed";
    public const string RenewalTooEarly = "supplier.renewal-too-early";
}
