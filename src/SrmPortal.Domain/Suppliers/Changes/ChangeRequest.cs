using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers.Changes;

/// <summary>What of a supplier changes by request: what its accreditation rests on, and what it supplies.</summary>
public enum DataKind
{
    /// <summary>Names, legal form, tax numbers, registered address.</summary>
    Identity,

    /// <summary>Accounts: two people of the group look at each change.</summary>
    Bank,

    /// <summary>Further categories.</summary>
    Categories,
}

/// <summary><c>SecondReview</c>: one reviewer has agreed to a change of the bank, another one has to.</summary>
public enum ChangeState { Pending, SecondReview, Approved, Refused, Withdrawn }

/// <summary>What a request is about, as it is or as it would be: of its kind alone.</summary>
public sealed record ChangeContent
{
    public CompanyDetails? Details { get; init; }

    /// <summary>All accounts, the main one first.</summary>
    public IReadOnlyList<BankDetails> Banks { get; init; } = [];

    /// <summary>Before: empty. After: keys of what is asked for.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    public static ChangeContent Of(DataKind kind, Supplier supplier) => kind switch
    {
        DataKind.Identity => new ChangeContent { Details = supplier.Company },
        DataKind.Bank => new ChangeContent { Banks = supplier.BankAccounts },
        _ => new ChangeContent(),
    };
}

/// <summary>
/// A supplier asks to change what is not its own to change at once. The old value stands until a reviewer approves; of each kind one
/// request is open at a time.
/// </summary>
public sealed class ChangeRequest : AggregateRoot
{
    public const int LongestText = 1000;

    /// <summary>Within so many working days the desk is to decide.</summary>
    public const int NormDays = 3;

    private ChangeRequest()
    {
    }

    /// <param name="supplier">As it is now, with its accounts and categories.</param>
    /// <param name="kind">What is to change.</param>
    /// <param name="after">As it would be.</param>
    /// <param name="why">In the company's words.</param>
    /// <param name="papers">Files that prove it.</param>
    /// <param name="byId">The master user.</param>
    /// <param name="now">In UTC.</param>
    public ChangeRequest(Supplier supplier, DataKind kind, ChangeContent after, string why, IEnumerable<DocumentFile> papers, long byId, DateTime now)
    {
        after = after.Details is { } details ? after with { Details = supplier.Company.WithIdentityOf(details) } : after;
        RuleViolation.ThrowIfAny(ChangeChecks.WhatIsWrong(supplier, kind, after));
        RuleViolation.ThrowIfAny(why.Length > LongestText ? [new(ChangeRules.TooLong, "Why", LongestText)] : []);
        (SupplierId, Kind, Before, After, Why, Papers, AskedById, AskedAt) = (supplier.Id, kind, ChangeContent.Of(kind, supplier), after, why, [.. papers], byId, now);
        Changed(new ChangeAsked(supplier.Number, supplier.Id, Code, kind));
    }

    /// <summary>Ten random characters, by which pages name it.</summary>
    public string Code { get; private set; } = RandomNumbers.Code();

    public long SupplierId { get; private set; }

    public DataKind Kind { get; private set; }

    public ChangeState State { get; private set; }

    /// <summary>As it was when it was asked for.</summary>
    public ChangeContent Before { get; private set; } = new();

    public ChangeContent After { get; private set; } = new();

    /// <summary>The company's words; may be empty.</summary>
    public string Why { get; private set; } = "";

    public IReadOnlyList<DocumentFile> Papers { get; private set; } = [];

    public long AskedById { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>Of a change of the bank: who agreed first.</summary>
    public long? FirstById { get; private set; }

    public DateTime? FirstAt { get; private set; }

    /// <summary>Who approved or refused it, for the company who withdrew it.</summary>
    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused; the company reads it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When the head of the desk was told that it waits too long; null: it does not, or not yet.</summary>
    public DateTime? OverdueToldAt { get; private set; }

    public bool IsOpen => State is ChangeState.Pending or ChangeState.SecondReview;

    /// <summary>Field by field, what would change in the company's details.</summary>
    public IEnumerable<ContentDifference> Differences => Before.Details is null || After.Details is null ? []
        : new RegistrationContent { Details = After.Details }.DifferencesFrom(new RegistrationContent { Details = Before.Details });

    /// <summary>Why this reviewer can't approve it now, or null.</summary>
    public BrokenRule? WhyNotApprove(long reviewerId, Supplier supplier) =>
        !IsOpen ? new(ChangeRules.Decided)
        : State is ChangeState.SecondReview && reviewerId == FirstById ? new(ChangeRules.SecondPerson)
        : !ChangeChecks.IsCurrent(this, supplier) ? new(ChangeRules.Outdated)
        : null;

    /// <summary>Agrees. What was asked for counts from now on; a change of the bank only when a second reviewer has agreed.</summary>
    public void Approve(long reviewerId, Supplier supplier, DateTime now)
    {
        RuleViolation.ThrowIfAny(WhyNotApprove(reviewerId, supplier) is { } refusal ? [refusal] : []);
        if (Kind is DataKind.Bank && State is ChangeState.Pending)
        {
            (State, FirstById, FirstAt) = (ChangeState.SecondReview, reviewerId, now);
            Changed(new ChangeSeconded(supplier.Number, SupplierId, Code));
            return;
        }

        supplier.Take(this, now);
        (State, DecidedById, DecidedAt) = (ChangeState.Approved, reviewerId, now);
        Changed(new ChangeDecided(supplier.Number, SupplierId, Code, Kind, State));
    }

    /// <param name="reviewerId">Any reviewer, the first one too.</param>
    /// <param name="reason">The company reads it.</param>
    /// <param name="supplier">Whose it is.</param>
    /// <param name="now">In UTC.</param>
    public void Refuse(long reviewerId, string reason, Supplier supplier, DateTime now)
    {
        RuleViolation.ThrowIf(!IsOpen, ChangeRules.Decided);
        RuleViolation.ThrowIfAny(reason.Length == 0 ? [new BrokenRule(ChangeRules.NoReason, nameof(Reason))]
            : reason.Length > LongestText ? [new(ChangeRules.TooLong, nameof(Reason), LongestText)] : []);
        (State, DecidedById, DecidedAt, Reason) = (ChangeState.Refused, reviewerId, now, reason);
        Changed(new ChangeDecided(supplier.Number, SupplierId, Code, Kind, State));
    }

    /// <summary>Until when the desk is to decide.</summary>
    public static DateTime DueOf(DateTime askedAt, WorkingDays calendar) => calendar.DueAfter(askedAt, NormDays);

    /// <summary>Tells the head of the desk once, when it has waited too long.</summary>
    /// <returns>Whether it was told now.</returns>
    public bool WatchTime(Supplier supplier, WorkingDays calendar, DateTime now)
    {
        var due = DueOf(AskedAt, calendar);
        if (!IsOpen || OverdueToldAt is not null || now < due)
        {
            return false;
        }

        OverdueToldAt = now;
        Changed(new ChangeOverdue(supplier.Number, Code, due));
        return true;
    }

    /// <summary>The company doesn't ask any more.</summary>
    public void Withdraw(long byId, Supplier supplier, DateTime now)
    {
        RuleViolation.ThrowIf(!IsOpen, ChangeRules.Decided);
        (State, DecidedById, DecidedAt) = (ChangeState.Withdrawn, byId, now);
        Changed(new ChangeWithdrawn(supplier.Number, SupplierId, Code, Kind));
    }
}

/// <summary>The company's masters are told what somebody of them asks for, and the desk that something waits.</summary>
public sealed record ChangeAsked(string Subject, long SupplierId, string Code, DataKind Kind) : Announcement(Subject);

/// <summary>One reviewer has agreed to a change of the bank: the others are told that a second one is needed.</summary>
public sealed record ChangeSeconded(string Subject, long SupplierId, string Code) : Announcement(Subject);

/// <summary>Approved or refused: the company's masters are told.</summary>
public sealed record ChangeDecided(string Subject, long SupplierId, string Code, DataKind Kind, ChangeState To) : Announcement(Subject);

/// <summary>Nobody has decided in time: the head of the desk is told.</summary>
public sealed record ChangeOverdue(string Subject, string Code, DateTime Due) : Announcement(Subject);

public sealed record ChangeWithdrawn(string Subject, long SupplierId, string Code, DataKind Kind) : DomainEvent(Subject);

public static class ChangeRules
{
    public const string Decided = "change.decided";
    public const string SecondPerson = "change.second-person";
    public const string Outdated = "change.outdated";
    public const string NoReason = "change.no-reason";
    public const string TooLong = "change.too-long";
    public const string NothingChanged = "change.nothing-changed";
    public const string Pending = "change.pending";
    public const string NoCategory = "change.no-category";
    public const string CategoryThere = "change.category-there";
    public const string SameAccount = "change.same-account";
    public const string NoAccount = "change.no-account";
    public const string TooManyAccounts = "change.too-many-accounts";
    public const string CompanyThere = "change.company-there";
    public const string NoPaper = "change.no-paper";
    public const string TooManyPapers = "change.too-many-papers";
}
