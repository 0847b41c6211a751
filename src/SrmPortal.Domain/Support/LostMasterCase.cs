using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Support;

public enum LostMasterState { New, Checked, Approved, Done, Refused }

/// <summary>Whom the company's letter names as its master user.</summary>
/// <param name="FullName">Surname, first name, patronymic.</param>
/// <param name="Position">What the person is there.</param>
/// <param name="Phone">International.</param>
/// <param name="Email">The own address.</param>
public sealed record NamedMaster(string FullName, string Position, string Phone, string Email);

/// <summary>What the support looks at in a letter before a colleague decides.</summary>
/// <param name="IsGenuine">Letterhead, number, date, signature and stamp.</param>
/// <param name="SignerIsHead">Who has signed may sign for the company by the register.</param>
/// <param name="WasCalledBack">The company confirmed it on the number that the portal had before.</param>
/// <param name="Note">Who answered, on which number.</param>
public sealed record LetterCheck(bool IsGenuine, bool SignerIsHead, bool WasCalledBack, string Note);

/// <summary>
/// The master user of a company is gone: access is restored against an official letter that stays with the case. Whoever opened or
/// checked it doesn't approve it. Of each company one case is open at a time.
/// </summary>
public sealed class LostMasterCase : AggregateRoot
{
    public const int LongestText = 1000;

    /// <summary>The company has an answer within this time.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(48);

    /// <summary>So long the new master neither submits nor withdraws offers: the old people have time to object.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromHours(24);

    private LostMasterCase()
    {
    }

    /// <param name="supplier">Whose master is gone.</param>
    /// <param name="master">Whom the letter names.</param>
    /// <param name="signedBy">Who has signed the letter.</param>
    /// <param name="blocks">Accounts of present masters that the letter says are to lose access; may be none.</param>
    /// <param name="key">Made with the form: sent twice, it is one case.</param>
    /// <param name="byId">The support person.</param>
    /// <param name="now">In UTC.</param>
    public LostMasterCase(Supplier supplier, NamedMaster master, string signedBy, IEnumerable<long> blocks, Guid key, long byId, DateTime now)
    {
        RefuseIfSuspended(supplier, now);
        RuleViolation.ThrowIfAny(WhatIsMissing(master, signedBy));
        (SupplierId, Master, SignedBy, Blocks, Key, OpenedById, OpenedAt) = (supplier.Id, master, signedBy, [.. blocks.Distinct()], key, byId, now);
    }

    /// <summary>Eight random digits, shown as <c>5820-1746</c>.</summary>
    public string Number { get; private set; } = RandomNumbers.RegistrationNumber();

    public Guid Key { get; private set; }

    public long SupplierId { get; private set; }

    public LostMasterState State { get; private set; }

    public NamedMaster Master { get; private set; } = new("", "", "", "");

    public string SignedBy { get; private set; } = "";

    /// <summary>The letter, by the key of its file; null only until it is stored.</summary>
    public long? LetterId { get; private set; }

    /// <summary>Accounts of masters that lose their access to this company when the case is done.</summary>
    public IReadOnlyList<long> Blocks { get; private set; } = [];

    public long OpenedById { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public long? CheckedById { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    /// <summary>Who answered the call, on which number.</summary>
    public string CheckNote { get; private set; } = "";

    public long? ApprovedById { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Who restored the access, or refused.</summary>
    public long? ClosedById { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it was refused; the person named in the letter reads it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account of the new master, when the case is done.</summary>
    public long? MasterId { get; private set; }

    public bool IsOpen => State is LostMasterState.New or LostMasterState.Checked or LostMasterState.Approved;

    public DateTime AnswerBy => OpenedAt + AnswerWithin;

    public string ShownNumber => Shown(Number);

    /// <summary><c>5820-1746</c></summary>
    public static string Shown(string number) => RandomNumbers.Shown(number);

    /// <summary>What a letter must say and doesn't, each at its field.</summary>
    public static IEnumerable<BrokenRule> WhatIsMissing(NamedMaster master, string signedBy) =>
        new[] { (nameof(master.FullName), master.FullName), (nameof(master.Position), master.Position), (nameof(master.Phone), master.Phone), (nameof(master.Email), master.Email), (nameof(SignedBy), signedBy) }
            .Where(field => string.IsNullOrWhiteSpace(field.Item2)).Select(field => new BrokenRule(SupportRules.Missing, field.Item1));

    public static void RefuseIfSuspended(Supplier supplier, DateTime now) =>
        RuleViolation.ThrowIf(supplier.StateAt(now) is SupplierState.Suspended, SupportRules.CompanySuspended);

    /// <summary>The letter is stored, and with it the case is open.</summary>
    public void Keep(long letterId, Supplier supplier)
    {
        LetterId = letterId;
        Changed(new LostMasterOpened(supplier.Number, Number));
    }

    public void Check(LetterCheck check, long byId, DateTime now)
    {
        RuleViolation.ThrowIf(State is not LostMasterState.New, SupportRules.WrongState);
        (string Field, bool IsDone)[] all =
            [(nameof(check.IsGenuine), check.IsGenuine), (nameof(check.SignerIsHead), check.SignerIsHead), (nameof(check.WasCalledBack), check.WasCalledBack), (nameof(check.Note), check.Note.Length > 0)];
        RuleViolation.ThrowIfAny(all.Where(one => !one.IsDone).Select(one => new BrokenRule(SupportRules.NotChecked, one.Field)));
        RefuseTooLong(check.Note, nameof(check.Note));
        (State, CheckedById, CheckedAt, CheckNote) = (LostMasterState.Checked, byId, now, check.Note);
        Changed(new LostMasterChecked(ShownNumber, Number));
    }

    /// <summary>Why this person can't approve it now, or null.</summary>
    public BrokenRule? WhyNotApprove(long byId) =>
        State is not LostMasterState.Checked ? new(SupportRules.WrongState)
        : byId == OpenedById || byId == CheckedById ? new(SupportRules.SecondPerson)
        : null;

    public void Approve(long byId, DateTime now)
    {
        RuleViolation.ThrowIfAny(WhyNotApprove(byId) is { } refusal ? [refusal] : []);
        (State, ApprovedById, ApprovedAt) = (LostMasterState.Approved, byId, now);
        Changed(new LostMasterApproved(ShownNumber, Number));
    }

    /// <summary>The access is restored.</summary>
    /// <param name="masterId">The account of the new master.</param>
    /// <param name="supplier">Whose.</param>
    /// <param name="byId">The support person.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>Until when the new master neither submits nor withdraws.</returns>
    public DateTime Finish(long masterId, Supplier supplier, long byId, DateTime now)
    {
        RuleViolation.ThrowIf(State is not LostMasterState.Approved, SupportRules.WrongState);
        RefuseIfSuspended(supplier, now);
        (State, MasterId, ClosedById, ClosedAt) = (LostMasterState.Done, masterId, byId, now);
        Changed(new MasterRestored(supplier.Number, SupplierId, Number, masterId, now + HeldFor));
        return now + HeldFor;
    }

    /// <param name="reason">The person named in the letter reads it.</param>
    /// <param name="byId">Any support person.</param>
    /// <param name="now">In UTC.</param>
    public void Refuse(string reason, long byId, DateTime now)
    {
        RuleViolation.ThrowIf(!IsOpen, SupportRules.WrongState);
        RuleViolation.ThrowIfAny(reason.Length == 0 ? [new BrokenRule(SupportRules.NoReason, nameof(Reason))] : []);
        RefuseTooLong(reason, nameof(Reason));
        (State, Reason, ClosedById, ClosedAt) = (LostMasterState.Refused, reason, byId, now);
        Changed(new LostMasterRefused(ShownNumber, Number));
    }

    private static void RefuseTooLong(string text, string field) =>
        RuleViolation.ThrowIfAny(text.Length > LongestText ? [new(SupportRules.TooLong, field, LongestText)] : []);
}

public sealed record LostMasterOpened(string Subject, string Number) : DomainEvent(Subject);

/// <summary>The letter is checked: the others of the support are told that a second person is needed.</summary>
public sealed record LostMasterChecked(string Subject, string Number) : Announcement(Subject);

public sealed record LostMasterApproved(string Subject, string Number) : DomainEvent(Subject);

/// <summary>A company has a new master user by its letter. The old people of the company are told, and the new one.</summary>
/// <param name="Subject">The supplier's number.</param>
/// <param name="SupplierId">The company.</param>
/// <param name="Number">Of the case.</param>
/// <param name="MasterId">The account of the new master.</param>
/// <param name="HeldUntil">Until then that person neither submits nor withdraws offers; in UTC.</param>
public sealed record MasterRestored(string Subject, long SupplierId, string Number, long MasterId, DateTime HeldUntil) : Announcement(Subject);

/// <summary>Whom the letter names is told why.</summary>
public sealed record LostMasterRefused(string Subject, string Number) : Announcement(Subject);
