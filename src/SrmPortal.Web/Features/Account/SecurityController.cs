using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>What guards the own account: password, second step, and where the person is signed in. A session that is ended opens nothing with its next request.</summary>
[Route("profile"), Authorize(Roles = Roles.Person)]
public sealed class SecurityController(PortalDbContext db, CurrentScope scope, Sessions sessions, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("security")]
    public async Task<IActionResult> Security() => View(await SecurityPage.Read(db, scope.Is, Sessions.MarkOf(HttpContext), SessionCookie.Settled(HttpContext), HttpContext.Instant(), texts));

    [HttpPost("sessions/end"), ShowAgain(nameof(Security))]
    public async Task<IActionResult> End(EndSessionForm form)
    {
        var mark = form.Bytes;
        var ended = await Ended(everywhere: false, own => own.Where(s => s.Mark == mark));
        this.Say(ended > 0 ? texts["You are signed out there."] : texts["That session had ended already."]);
        return RedirectToAction(nameof(Security));
    }

    [HttpPost("sessions/end-all"), ShowAgain(nameof(Security))]
    public async Task<IActionResult> EndAll(bool hereToo)
    {
        var here = Sessions.MarkOf(HttpContext) ?? [];
        await Ended(everywhere: true, own => hereToo ? own : own.Where(s => s.Mark != here));
        if (!hereToo)
        {
            this.Say(texts["You are signed out everywhere but here."]);
            return RedirectToAction(nameof(Security));
        }

        await sessions.End(HttpContext);
        this.Say(texts["You are signed out everywhere, here too."]);
        return RedirectToAction(nameof(SignInController.SignIn), "SignIn");
    }

    private Task<int> Ended(bool everywhere, Func<IQueryable<OpenSession>, IQueryable<OpenSession>> which) => db.InTransaction(async () =>
    {
        var ended = await which(db.OpenSessions.Where(s => s.AccountId == scope.Is.PersonId)).ExecuteDeleteAsync();
        if (ended > 0)
        {
            db.Record(new SessionEnded(await db.Accounts.Where(a => a.Id == scope.Is.PersonId).Select(a => a.UserName).SingleAsync(), everywhere));
        }

        return ended;
    });
}

public sealed class EndSessionForm
{
    /// <summary>As the list names it; nobody else's is found by it.</summary>
    public string? Session { get; init; }

    public byte[] Bytes => Session is { Length: 64 } && Session.All(char.IsAsciiHexDigit) ? Convert.FromHexString(Session) : [];
}

/// <param name="Session">What its button sends.</param>
/// <param name="Device">In words.</param>
/// <param name="Network">Where it began.</param>
/// <param name="BeganAt">In UTC.</param>
/// <param name="LastUsedAt">To the minute, in UTC.</param>
/// <param name="IsThis">The one in which the page is read.</param>
public sealed record ListedSession(string Session, string Device, string? Network, DateTime BeganAt, DateTime LastUsedAt, bool IsThis);

/// <summary>What guards the own account.</summary>
public sealed class SecurityPage
{
    public required string Email { get; init; }

    /// <summary>Waits for its confirmation; null: none does.</summary>
    public string? NewEmail { get; init; }

    /// <summary>In UTC; null: it was never set by the person.</summary>
    public DateTime? PasswordSetAt { get; init; }

    /// <summary>In UTC; null: the password alone lets in.</summary>
    public DateTime? SecondStepSince { get; init; }

    public DateTime? LastSignInAt { get; init; }

    /// <summary>This one first, then the one used last.</summary>
    public IReadOnlyList<ListedSession> Sessions { get; private set; } = [];

    public static async Task<SecurityPage> Read(PortalDbContext db, Scope scope, byte[]? own, AccountSettings.SessionSettings settled, DateTime now, IStringLocalizer<Texts> texts)
    {
        var (idle, last) = (now - settled.Idle - SessionCookie.RenewedAfter, now - settled.AtMost);
        var page = await db.Accounts.AsNoTracking().Where(a => a.Id == scope.PersonId).Select(a => new SecurityPage
        {
            Email = a.Email,
            NewEmail = a.NewEmail,
            LastSignInAt = a.LastSignInAt,
            PasswordSetAt = db.Credentials.Where(c => c.Id == a.Id).Select(c => c.PasswordSetAt).FirstOrDefault(),
            SecondStepSince = db.SecondSteps.Where(s => s.AccountId == a.Id).Select(s => s.OnSince).FirstOrDefault(),
        }).SingleAsync();
        var found = await db.OpenSessions.AsNoTracking().Where(s => s.AccountId == scope.PersonId && s.LastUsedAt > idle && s.BeganAt > last)
            .OrderByDescending(s => s.LastUsedAt).ThenByDescending(s => s.Id).ToListAsync();
        page.Sessions = [.. found.Select(s => new ListedSession(
            Convert.ToHexString(s.Mark), Devices.Named(s.Browser, texts), s.Network, s.BeganAt, s.LastUsedAt, own is not null && s.Mark.AsSpan().SequenceEqual(own)))
            .OrderByDescending(s => s.IsThis)];
        return page;
    }
}
