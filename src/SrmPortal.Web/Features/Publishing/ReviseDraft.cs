using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Changes a round for somebody of its team: a draft, or what of a published one may change all the time.</summary>
public sealed class ReviseDraft(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <summary>What one person goes on typing within this time stands in the history once.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    private long Me => scope.Is.PersonId!.Value;

    /// <returns>False: there is no such round for this reader.</returns>
    public Task<bool> Change(string number, int no, Action<Round> change) => db.InTransaction(() => Changed(number, no, change, _ => Task.CompletedTask));

    /// <summary>The same by a form that adds something: what this person had typed into it is there now.</summary>
    public Task<bool> Add(string number, int no, string form, Action<Round> change) => db.InTransaction(() => Changed(number, no, change, round => db.DropDraftText(round.Id, Me, form)));

    /// <summary>The same by a form that saves itself again and again. Not each keystroke is a record of the history, but whoever worked on the draft is in it.</summary>
    /// <param name="number">The event's.</param>
    /// <param name="no">The round's.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="change">What is changed.</param>
    public Task<bool> ChangeByItself(string number, int no, DateTime now, Action<Round> change) => db.InTransaction(() => Changed(number, no, change, async round =>
    {
        var since = now - Sitting;
        var isKnown = await db.Audit.IgnoreQueryFilters([Walls.House]).AnyAsync(record => record.AggregateType == nameof(Round) && record.AggregateId == round.Id
            && record.PersonId == scope.Is.PersonId && record.Action == nameof(RoundRevised) && record.At > since);
        if (isKnown)
        {
            round.LeaveUntold<RoundRevised>();
        }
    }));

    private async Task<bool> Changed(string number, int no, Action<Round> change, Func<Round, Task> then)
    {
        if (await db.Rounds.Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } round)
        {
            return false;
        }

        round.RefuseUnlessRunBy(Me);
        change(round);
        await then(round);
        return true;
    }
}
