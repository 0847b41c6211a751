using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// Somebody has forgotten the password. Whether anybody has that name is not told, neither by the answer nor by the work done for it:
/// what is written down is the same, and who gets a mail is decided later.
/// </summary>
public sealed class AskNewPassword(PortalDbContext db, SignInCounters counters) : IDeed
{
    private static readonly CountedPlace Mails = new(CounterKind.Mails, "", Most: 3);

    private static readonly TimeSpan CountedOver = TimeSpan.FromHours(1);

    /// <param name="login">User name or e-mail, as typed.</param>
    /// <param name="now">In UTC.</param>
    public async Task By(string login, DateTime now)
    {
        var person = await db.AccountNamed(login);
        await For(new(person?.UserName ?? "-", person?.Id, ByMaster: false), person?.UserName ?? UserNames.Folded(login), now);
    }

    /// <summary>A master user does it for a colleague, an administrator for somebody of the group.</summary>
    /// <returns>As <see cref="BySupport"/>.</returns>
    public Task<DateTime?> ByMaster(long account, string userName, DateTime now) => For(new(userName, account, ByMaster: true), userName, now);

    /// <summary>The support does it for a caller.</summary>
    /// <returns>That mailbox got enough of such mails this hour: from when the next one can go. Null: it is on its way.</returns>
    public Task<DateTime?> BySupport(long account, string userName, DateTime now) => For(new(userName, account, ByMaster: false, BySupport: true), userName, now);

    private async Task<DateTime?> For(NewPasswordAsked asked, string counted, DateTime now)
    {
        // Nobody's mailbox is filled: three an hour, and the answer stays what it is.
        var begun = await counters.Begin(asked.AccountId, counted, [Mails], CountedOver, now);
        if (begun.LockedUntil is null)
        {
            db.Record(asked);
            await db.SaveChangesAsync();
        }

        return begun.LockedUntil;
    }
}
