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
        await For(person?.Id, person?.UserName, UserNames.Folded(login), byMaster: false, now);
    }

    /// <summary>A master user does it for a colleague.</summary>
    public Task ByMaster(long account, string userName, DateTime now) => For(account, userName, userName, byMaster: true, now);

    private async Task For(long? account, string? userName, string counted, bool byMaster, DateTime now)
    {
        // Nobody's mailbox is filled: three an hour, and the answer stays what it is.
        var begun = await counters.Begin(account, userName ?? counted, [Mails], CountedOver, now);
        if (begun.LockedUntil is null)
        {
            db.Record(new NewPasswordAsked(userName ?? "-", account, byMaster));
            await db.SaveChangesAsync();
        }
    }
}
