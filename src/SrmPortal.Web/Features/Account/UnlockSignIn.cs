using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>The holder opens signing in again by the mailed link, and has the browser known, so that strangers can't close it there.</summary>
public sealed class UnlockSignIn(PortalDbContext db, CurrentScope scope, SecretLinks links, SignInCounters counters, BrowserMarks marks) : IDeed
{
    public async Task By(HttpContext http, string token, DateTime now)
    {
        var link = await links.Find(AccountLinks.Unlock, token, now);
        RuleViolation.ThrowIf(!link.IsValid, AccountRules.LinkNotValid);
        using var holder = scope.As(Scope.Person(link.SubjectId));
        var mark = marks.Keep(http);
        await db.InTransaction(async () =>
        {
            RuleViolation.ThrowIf(!await links.Use(link, now), AccountRules.LinkNotValid);
            await counters.Unlock(link.SubjectId);
            if (!await db.KnownBrowsers.AnyAsync(b => b.AccountId == link.SubjectId && b.MarkHash == mark))
            {
                db.Add(new KnownBrowser { AccountId = link.SubjectId, MarkHash = mark, KnownSince = now, LastSignInAt = now });
            }

            db.Record(new SignInUnlocked(await db.Accounts.Where(a => a.Id == link.SubjectId).Select(a => a.UserName).SingleAsync()));
            return true;
        });
    }
}
