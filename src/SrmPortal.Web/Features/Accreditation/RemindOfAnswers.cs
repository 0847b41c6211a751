using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Reminds applicants of what was asked and reviewers of what is to be decided, and tells the head of the desk what stayed undone. It never decides.</summary>
public sealed class RemindOfAnswers(PortalDbContext db) : IRegularDeed
{
    public static TimeSpan Every => TimeSpan.FromMinutes(15);

    public Task DoWhatIsDue(DateTime now, CancellationToken stopping) => Run(now);

    /// <returns>In how many cases something was said.</returns>
    public async Task<int> Run(DateTime now)
    {
        // Nothing is said of what is due after the first working day past the earliest reminder.
        var calendar = await db.WorkingDays();
        var soon = calendar.DueAfter(now, calendar.Limits.EarliestReminder + 1);
        var cases = await db.AccreditationChecks
            .Where(c => (c.State == CheckState.InformationRequested && c.AnswerDue <= soon && !c.IsOverdueTold)
                || (c.State == CheckState.Pending && c.DueTold != DueTold.Overdue && c.Due <= soon))
            .Select(c => c.CaseId).Distinct().ToListAsync();
        var said = 0;
        foreach (var id in cases)
        {
            said += await db.InTransaction(async () =>
            {
                var accreditation = await db.AccreditationCases.Include(c => c.Checks).SingleAsync(c => c.Id == id);
                return accreditation.Remind(calendar, now);
            }) ? 1 : 0;
        }

        return said;
    }
}
