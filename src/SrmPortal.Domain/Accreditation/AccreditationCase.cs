using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What is accredited: a new company, an accreditation that ends, further categories, a change of what it rests on.</summary>
public enum CaseKind { Initial, Renewal, CategoryExtension, DataChange }

public enum CaseState { InProgress, WaitingForSupplier, Approved, Rejected, Cancelled }

/// <summary>
/// A staged review: checks in their order, each decided once by a reviewer of it. What follows from the last one, a supplier with its people,
/// is done in the same transaction by who decides it. This file: where it stands; what reviewers and the applicant do is in <c>.Deciding.cs</c>, the
/// head of the desk in <c>.Desk.cs</c>, the commission in <c>.Meeting.cs</c>, lists and remarks of the desk in <c>.StopFactors.cs</c>.
/// </summary>
public sealed partial class AccreditationCase : AggregateRoot
{
    private readonly List<AccreditationCheck> _checks = [];
    private readonly List<CheckDecision> _decisions = [];
    private readonly List<CheckNote> _notes = [];

    private AccreditationCase()
    {
    }

    /// <param name="kind">What is accredited.</param>
    /// <param name="number">Eight digits; of a registration its own.</param>
    /// <param name="of">The registration or the supplier.</param>
    /// <param name="company">Its short name, for lists.</param>
    /// <param name="checks">What this company faces; never none.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="now">In UTC.</param>
    public AccreditationCase(CaseKind kind, string number, CaseOf of, string company, IEnumerable<CheckNeeded> checks, WorkingDays calendar, DateTime now)
    {
        (Kind, Number, RegistrationId, SupplierId, StartedAt) = (kind, number, of.RegistrationId, of.SupplierId, now);
        Name(company);
        CheckNeeded[] needed = [.. checks.OrderBy(check => check.Definition.Order).ThenBy(check => check.Definition.Id)];
        _checks.AddRange(needed.Select(check => new AccreditationCheck(check)));
        _stopFactors.AddRange(needed.Where(check => check.StopFactors.Count > 0).Select(check => new StopFactorList(check.Definition.Code, check.StopFactors)));
        if (_checks.Count == 0)
        {
            throw new ArgumentException("A case without checks would accredit by itself.", nameof(checks));
        }

        Changed(new AccreditationStarted(Subject, kind, [.. _checks.Select(check => check.Code)]));
        BeginWhatIsNext(calendar, now);
    }

    public CaseKind Kind { get; private set; }

    public CaseState State { get; private set; }

    /// <summary>Eight digits, shown as <c>4718-2093</c>. Of a registration its own.</summary>
    public string Number { get; private set; } = "";

    public long? RegistrationId { get; private set; }

    /// <summary>Of a registration: since it was accredited.</summary>
    public long? SupplierId { get; private set; }

    /// <summary>The short name as it was sent last.</summary>
    public string Company { get; private set; } = "";

    /// <summary>Number and name, folded for searching.</summary>
    public string SearchText { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<AccreditationCheck> Checks => [.. _checks.OrderBy(check => check.Order).ThenBy(check => check.Id)];

    public IReadOnlyList<CheckDecision> Decisions => [.. _decisions.OrderBy(decision => decision.No)];

    public IReadOnlyList<CheckNote> Notes => _notes;

    public string Subject => Shown(Number);

    public bool IsClosed => State is CaseState.Approved or CaseState.Rejected or CaseState.Cancelled;

    public int PassedCount => _checks.Count(check => check.State is CheckState.Passed);

    /// <summary><c>47182093</c> is shown as <c>4718-2093</c>.</summary>
    public static string Shown(string number) => RandomNumbers.Shown(number);

    public AccreditationCheck? Check(string code) => _checks.SingleOrDefault(check => check.Code == code);

    public CheckDecision? LastDecisionOn(AccreditationCheck check) =>
        check.DecisionNo is { } no ? _decisions.SingleOrDefault(decision => decision.No == no) : null;

    private void Name(string company) => (Company, SearchText) = (company, Search.Folded($"{Number} {Subject} {company}"));

    // Checks of the lowest number that is not begun, once everything before them is passed.
    private void BeginWhatIsNext(WorkingDays calendar, DateTime now, IEnumerable<string>? again = null)
    {
        var next = _checks.Where(check => check.State is CheckState.NotStarted).Select(check => (int?)check.Order).Min();
        AccreditationCheck[] begun = _checks.Any(check => check.Order < next && check.State is not CheckState.Passed) ? []
            : [.. _checks.Where(check => check.State is CheckState.NotStarted && check.Order == next)];
        Array.ForEach(begun, check => check.Begin(calendar, now));
        string[] repeated = [.. again ?? []];
        if (repeated.Length > 0)
        {
            Changed(new ChecksPending(Subject, repeated, Again: true));
        }

        if (begun.Length > 0)
        {
            Changed(new ChecksPending(Subject, [.. begun.Select(check => check.Code)], Again: false));
        }

        foreach (var check in begun.Where(check => check is { HasMeeting: true, MeetingOn: null }))
        {
            Changed(new MeetingAwaited(Subject, RegistrationId, SupplierId, check.Code));
        }
    }
}

/// <summary>Exactly one of the two when a case starts.</summary>
public sealed record CaseOf
{
    public long? RegistrationId { get; private init; }

    public long? SupplierId { get; private init; }

    public static CaseOf Registration(long id) => new() { RegistrationId = id };

    public static CaseOf Supplier(long id) => new() { SupplierId = id };
}
