using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Support;

/// <summary>The support checks a letter, a second person approves, the access is restored; or it is refused. The company's lock comes first: of two at once the second finds it done.</summary>
public sealed class DecideLostMaster(PortalDbContext db, CurrentScope scope, OpenAccount openAccount) : IDeed
{
    private static readonly MembershipRights NewMaster = MembershipRights.Master;

    private long Me => scope.Is.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <returns>Null: there is no such case.</returns>
    public Task<LostMasterCase?> Check(string number, LetterCheck check, DateTime now) => With(number, (one, _) => one.Check(check, Me, now));

    /// <returns>Null: there is no such case.</returns>
    public Task<LostMasterCase?> Approve(string number, DateTime now) => With(number, (one, _) => one.Approve(Me, now));

    /// <returns>Null: there is no such case.</returns>
    public Task<LostMasterCase?> Refuse(string number, string reason, DateTime now) => With(number, (one, _) => one.Refuse(reason, Me, now));

    /// <summary>The new master gets access, the old ones lose it where the letter says so, everybody is told.</summary>
    /// <returns>Null: there is no such case.</returns>
    public Task<LostMasterCase?> Restore(string number, DateTime now) => WithAsync(number, async (one, supplier) =>
    {
        RuleViolation.ThrowIf(one.State is not LostMasterState.Approved, SupportRules.WrongState);
        var people = await db.Memberships.Include(m => m.Account).Where(m => m.SupplierId == supplier.Id).ToListAsync();
        var master = await MasterOf(one, supplier, people);
        // A new account has its key only now; what is told names it.
        await db.SaveChangesAsync();
        master.HoldSubmission(one.Finish(master.AccountId, supplier, Me, now));
        SendAccess.To(master, now);
        foreach (var old in people.Where(m => one.Blocks.Contains(m.AccountId) && m != master && m.State is not MembershipState.BlockedByStaff))
        {
            old.Block(byStaff: true);
        }
    });

    /// <summary>Somebody of the company becomes its master; somebody of another one is asked first; who is new gets an account.</summary>
    private async Task<Membership> MasterOf(LostMasterCase one, Supplier supplier, IEnumerable<Membership> people)
    {
        var address = UserAccount.Normalized(one.Master.Email);
        if (people.SingleOrDefault(m => m.Account.NormalizedEmail == address) is not { } known)
        {
            var language = supplier.Country == Countries.Russia ? Language.Russian : Language.English;
            return await openAccount.For(new NewPerson(one.Master.FullName, one.Master.Email, one.Master.Phone, one.Master.Position, language), supplier.Id, NewMaster);
        }

        RuleViolation.ThrowIf(known.Account.State is AccountState.Deactivated, SupportRules.AccountClosed);
        if (known.IsBlocked)
        {
            known.Unblock(byStaff: true);
        }

        known.Change(known.Rights with { IsMasterUser = true }, one.Master.Position);
        return known;
    }

    private Task<LostMasterCase?> With(string number, Action<LostMasterCase, Supplier> deed) => WithAsync(number, (one, supplier) =>
    {
        deed(one, supplier);
        return Task.CompletedTask;
    });

    private Task<LostMasterCase?> WithAsync(string number, Func<LostMasterCase, Supplier, Task> deed) => db.InTransaction(async () =>
    {
        if (await db.LostMasterCases.Where(c => c.Number == number).Select(c => (long?)c.SupplierId).SingleOrDefaultAsync() is not { } company)
        {
            return null;
        }

        await db.LockCompany(company);
        var one = await db.LostMasterCases.SingleAsync(c => c.Number == number);
        await deed(one, await db.Suppliers.SingleAsync(s => s.Id == company));
        return one;
    });
}
