using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Which checks the desk shows.</summary>
public enum DeskView { Mine, Open, Waiting, Decided }

/// <summary>The filters of the desk, as they stand in the address.</summary>
public sealed class DeskFilter
{
    public DeskView? View { get; init; }

    /// <summary>A check's code.</summary>
    public string? Check { get; init; }

    public string? Text { get; init; }

    /// <summary>Only what should have been decided, or answered, by now.</summary>
    public bool Overdue { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, DeskPage.Size);
}

/// <summary>The desk's queue: checks, not applications, as each waits for somebody; oldest first.</summary>
public sealed class DeskPage
{
    public const int Size = 25;

    public required DeskFilter Filter { get; init; }

    public required DeskView View { get; init; }

    public required IReadOnlyList<DeskRow> Rows { get; init; }

    /// <summary>Counted up to one more than the pager names.</summary>
    public required int Count { get; init; }

    /// <summary>How many of the own checks wait for the applicant.</summary>
    public required int WaitingCount { get; init; }

    /// <summary>Codes and names of all checks, for the filter.</summary>
    public required IReadOnlyDictionary<string, string> Checks { get; init; }

    /// <summary>What the reader decides, by its code.</summary>
    public required IReadOnlyCollection<string> OwnChecks { get; init; }

    public required WorkingDays Calendar { get; init; }

    public required DateTime Now { get; init; }

    public static async Task<DeskPage> Read(PortalDbContext db, Scope scope, DeskFilter filter, DateTime now)
    {
        var person = scope.PersonId;
        var own = await db.Appointments.AsNoTracking().Where(a => a.AccountId == person && a.Role == StaffRoles.Reviewer && a.CheckCode != null)
            .Select(a => a.CheckCode!).Distinct().ToListAsync();
        var view = filter.View ?? (own.Count > 0 ? DeskView.Mine : DeskView.Open);
        var rows = ChecksIn(db, own, person, view);
        if (filter.Check is { Length: > 0 } check)
        {
            rows = rows.Where(row => row.Check.Code == check);
        }

        if (filter.Overdue)
        {
            rows = rows.Where(row => (row.Check.State == CheckState.Pending && row.Check.Due < now) || (row.Check.State == CheckState.InformationRequested && row.Check.AnswerDue < now));
        }

        if (Search.Folded(filter.Text ?? "") is { Length: > 0 } text)
        {
            var pattern = Search.Pattern(text);
            rows = rows.Where(row => EF.Functions.Like(row.Case.SearchText, pattern, "\\"));
        }

        return new DeskPage
        {
            Filter = filter,
            View = view,
            Rows = await Shown(db, Ordered(rows, view).Skip((filter.PageNo - 1) * Size).Take(Size)).ToListAsync(),
            Count = await rows.Take(PagerTagHelper.Most + 1).CountAsync(),
            WaitingCount = view is DeskView.Mine ? await ChecksIn(db, own, person, DeskView.Waiting).CountAsync(row => own.Contains(row.Check.Code)) : 0,
            Checks = (await db.CheckDefinitions.AsNoTracking().OrderBy(d => d.Order).ToListAsync()).ToDictionary(d => d.Code, d => d.Title),
            OwnChecks = own,
            Calendar = await db.WorkingDays(),
            Now = now,
        };
    }

    /// <summary>The own queue, for the reviewer's home and beside an open case.</summary>
    public static Task<List<DeskRow>> Queue(PortalDbContext db, IReadOnlyCollection<string> own, long? person, int most) =>
        Shown(db, Ordered(ChecksIn(db, own, person, DeskView.Mine), DeskView.Mine).Take(most)).ToListAsync();

    private static IQueryable<CheckOfCase> ChecksIn(PortalDbContext db, IReadOnlyCollection<string> own, long? person, DeskView view)
    {
        var rows = db.AccreditationChecks.AsNoTracking()
            .Join(db.AccreditationCases.AsNoTracking(), check => check.CaseId, one => one.Id, (check, one) => new CheckOfCase { Check = check, Case = one });
        return view switch
        {
            DeskView.Mine => rows.Where(row => row.Check.State == CheckState.Pending && own.Contains(row.Check.Code)
                && (row.Check.ReviewerId == null || row.Check.ReviewerId == person)),
            DeskView.Open => rows.Where(row => row.Check.State == CheckState.Pending || row.Check.State == CheckState.InformationRequested),
            DeskView.Waiting => rows.Where(row => row.Check.State == CheckState.InformationRequested),
            _ => rows.Where(row => db.CheckDecisions.Any(d => d.CaseId == row.Check.CaseId && d.No == row.Check.DecisionNo && d.ById == person)),
        };
    }

    private static IQueryable<CheckOfCase> Ordered(IQueryable<CheckOfCase> rows, DeskView view) => view switch
    {
        DeskView.Waiting => rows.OrderBy(row => row.Check.AnswerDue).ThenBy(row => row.Check.Id),
        DeskView.Decided => rows.OrderByDescending(row => row.Check.Id),
        _ => rows.OrderBy(row => row.Check.PendingSince).ThenBy(row => row.Check.Id),
    };

    private static IQueryable<DeskRow> Shown(PortalDbContext db, IQueryable<CheckOfCase> rows) => rows.Select(row => new DeskRow
    {
        Check = row.Check,
        Number = row.Case.Number,
        Company = row.Case.Company,
        State = row.Case.State,
        Kind = row.Case.Kind,
        Reviewer = db.Accounts.Where(a => a.Id == row.Check.ReviewerId).Select(a => a.FullName).SingleOrDefault(),
        DecidedAt = db.CheckDecisions.Where(d => d.CaseId == row.Check.CaseId && d.No == row.Check.DecisionNo).Select(d => (DateTime?)d.At).SingleOrDefault(),
    });

    private sealed class CheckOfCase
    {
        public required AccreditationCheck Check { get; init; }

        public required AccreditationCase Case { get; init; }
    }
}

/// <summary>One check that waits, or waited, for somebody.</summary>
public sealed class DeskRow
{
    public required AccreditationCheck Check { get; init; }

    public required string Number { get; init; }

    public required string Company { get; init; }

    public required CaseState State { get; init; }

    public required CaseKind Kind { get; init; }

    public string? Reviewer { get; init; }

    public DateTime? DecidedAt { get; init; }

    public string ShownNumber => AccreditationCase.Shown(Number);

    /// <summary>How many working days it has waited for a reviewer.</summary>
    public int DaysWaited(WorkingDays calendar, DateTime now) =>
        Check.PendingSince is { } since ? calendar.Between(WorkingDays.DayOf(since), WorkingDays.DayOf(now)) : 0;

    /// <summary>By how many working days it is overdue; 0: it isn't.</summary>
    public int DaysOverdue(WorkingDays calendar, DateTime now) => Check.DaysOverdue(calendar, now);
}
