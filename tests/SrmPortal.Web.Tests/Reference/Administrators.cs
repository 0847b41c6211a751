using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Tests.Reference;

internal static class Administrators
{
    private const long Key = 777;

    /// <summary>Signed in, at a browser of their own.</summary>
    public static async Task<HttpClient> Administrator(this Portal portal)
    {
        await portal.Seen(Scope.System, async db =>
        {
            if (await db.Accounts.AnyAsync(a => a.Id == Key))
            {
                return 0;
            }

            var account = new UserAccount("SRM000000777", "administrator@group.example", "Administrator", "en");
            account.Appoint(StaffRoles.Administrator);
            account.Activate();
            db.Entry(account).Property(nameof(UserAccount.Id)).CurrentValue = Key;
            db.Add(account);
            return await db.SaveChangesAsync();
        });
        return portal.SignedIn($"staff:{Key}");
    }
}
