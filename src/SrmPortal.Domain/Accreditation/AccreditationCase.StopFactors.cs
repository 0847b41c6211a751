using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>The lists of stop-factors of its checks, and what colleagues write to each other.</summary>
public sealed partial class AccreditationCase
{
    public const int LongestEvidence = 1000;

    private readonly List<CaseComment> _comments = [];

    private readonly List<StopFactorList> _stopFactors = [];

    /// <summary>One list for each check that has stop-factors. The desk's alone: who else reads the case finds none.</summary>
    public IReadOnlyList<StopFactorList> StopFactors => _stopFactors;

    public IReadOnlyList<CaseComment> Comments => _comments;

    /// <summary>How many comments there are, without reading them.</summary>
    public int CommentCount { get; private set; }

    public IReadOnlyList<StopFactorItem> StopFactorsOf(AccreditationCheck check) => check.StopFactorCount == 0 ? []
        : _stopFactors.SingleOrDefault(list => list.CheckCode == check.Code)?.Items
            ?? throw new InvalidOperationException($"{Subject} was loaded without the stop-factors of {check.Code}.");

    /// <summary>Writes down what was found. The list may be saved half-filled; a check is passed only with all of it.</summary>
    /// <param name="code">The check.</param>
    /// <param name="entries">In any order; what is not named stays.</param>
    /// <param name="by">Who may decide the check.</param>
    /// <param name="now">In UTC.</param>
    public void LookUp(string code, IReadOnlyList<StopFactorEntry> entries, DeskPerson by, DateTime now)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIfAny(WhyNotDecide(check, by) is { } reason ? [reason] : []);
        var before = StopFactorsOf(check);
        RuleViolation.ThrowIfAny(entries.SelectMany((entry, i) =>
            WhatIsWrong(entry, before.FirstOrDefault(item => item.FactorId == entry.FactorId)?.File is not null, $"Items[{i}].", WorkingDays.DayOf(now))));
        StopFactorItem[] items = [.. before.Select(item =>
            entries.FirstOrDefault(entry => entry.FactorId == item.FactorId) is not { } entry || item.SaysTheSameAs(entry) ? item
            : item with { Result = entry.Result, CheckedOn = entry.Result is null ? null : entry.CheckedOn, Evidence = entry.Evidence, ById = entry.Result is null ? null : by.Id })];
        if (!items.SequenceEqual(before))
        {
            _stopFactors.Single(list => list.CheckCode == code).LookedUp(items);
            Changed(new StopFactorsLookedUp(Subject, code, items.Count(item => item.Result is not null), items.Count(item => item.Result is StopFactorResult.Found), items.Length));
        }
    }

    /// <summary>Attaches the evidence of a stop-factor in place of what was there, or takes it away. It stands by itself: what was found is written down by <see cref="LookUp"/>.</summary>
    /// <param name="code">The check.</param>
    /// <param name="factorId">Which stop-factor of it.</param>
    /// <param name="file">Null: none.</param>
    /// <param name="by">Who may decide the check.</param>
    /// <returns>What was there before, and is not any more.</returns>
    public EvidenceFile? Attach(string code, int factorId, EvidenceFile? file, DeskPerson by)
    {
        var check = CheckOrRefuse(code);
        RuleViolation.ThrowIfAny(WhyNotDecide(check, by) is { } reason ? [reason] : []);
        var items = StopFactorsOf(check);
        var before = items.FirstOrDefault(item => item.FactorId == factorId) ?? throw new RuleViolation(new BrokenRule(AccreditationRules.NoSuchCheck));
        if (before.File != file)
        {
            _stopFactors.Single(list => list.CheckCode == code).LookedUp([.. items.Select(item => item == before ? item with { File = file } : item)]);
            Changed(new EvidenceAttached(Subject, code, before.NameEn, before.File?.Name, file?.Name));
        }

        return before.File;
    }

    /// <summary>A remark of one of the desk for the others. The applicant never sees it; a closed case can be remarked on too.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="key">Made with the form: sent twice, it is one remark.</param>
    /// <param name="by">Anybody of the desk.</param>
    /// <param name="now">In UTC.</param>
    public void Comment(string text, Guid key, DeskPerson by, DateTime now)
    {
        var written = text.Trim();
        RuleViolation.ThrowIfAny(written.Length == 0 ? [new BrokenRule(AccreditationRules.NoComment, nameof(CaseComment.Text))]
            : written.Length > LongestComment ? [new BrokenRule(AccreditationRules.TooLong, nameof(CaseComment.Text), LongestComment)] : []);
        _comments.Add(new CaseComment(written, key, by.Id, now));
        CommentCount++;
        Changed(new CaseCommented(Subject, CommentCount));
    }

    private static IEnumerable<BrokenRule> WhatIsWrong(StopFactorEntry entry, bool hasFile, string field, DateOnly today)
    {
        if (entry.Evidence.Length > LongestEvidence)
        {
            yield return new(AccreditationRules.TooLong, $"{field}{nameof(entry.Evidence)}", LongestEvidence);
        }

        if (entry.Result is null)
        {
            if (entry.Evidence.Length > 0 || entry.CheckedOn is not null || hasFile)
            {
                yield return new(AccreditationRules.NoResult, $"{field}{nameof(entry.Result)}");
            }

            yield break;
        }

        if (entry.CheckedOn is null || entry.CheckedOn > today)
        {
            yield return new(entry.CheckedOn is null ? AccreditationRules.NoCheckedOn : AccreditationRules.CheckedAhead, $"{field}{nameof(entry.CheckedOn)}");
        }

        if (entry.Evidence.Length == 0 && !hasFile)
        {
            yield return new(AccreditationRules.NoEvidence, $"{field}{nameof(entry.Evidence)}");
        }
    }

    // What was found may be passed, but not in silence.
    private IEnumerable<BrokenRule> WhatStops(AccreditationCheck check, Verdict verdict)
    {
        if (verdict.Outcome is not CheckOutcome.Passed)
        {
            yield break;
        }

        var items = StopFactorsOf(check);
        if (items.Count(item => item.Result is null) is var open && open > 0)
        {
            yield return new(AccreditationRules.StopFactorsOpen, nameof(Verdict.Outcome), open);
        }

        if (verdict.Note.Trim().Length == 0 && items.Any(item => item.Result is StopFactorResult.Found))
        {
            yield return new(AccreditationRules.StopFactorFound, nameof(Verdict.Note));
        }
    }
}

/// <summary>What one of the desk has written for colleagues.</summary>
public sealed class CaseComment : IInsertOnly
{
    private CaseComment()
    {
    }

    internal CaseComment(string text, Guid key, long byId, DateTime now) => (Text, Key, ById, At) = (text, key, byId, now);

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid Key { get; private set; }

    /// <summary>The account.</summary>
    public long ById { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }
}
