using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>What the portal holds about whoever reads it; as a file; and the way to take the consent back.</summary>
[Route("profile/data"), Authorize(Roles = Roles.Person), BeforeAgreements]
public sealed class MyDataController(PortalDbContext db, CurrentScope scope, ErasePerson erase, Sessions sessions, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> MyData() => View(await Held());

    [HttpGet("my-data.json")]
    public async Task<IActionResult> Json()
    {
        var held = await Held();
        db.Record(new HeldDataTaken(held.Account.UserName, held.Account.Id));
        await db.SaveChangesAsync();
        return File(held.ToJson(), "application/json", $"my-data-{HttpContext.Instant().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.json");
    }

    [HttpGet("revoke")]
    public async Task<IActionResult> Revoke() => View(await RevokePage.Read(db, scope.Is));

    [HttpPost("revoke"), ShowAgain(nameof(Revoke))]
    public async Task<IActionResult> TakeBack(RevokeForm form)
    {
        await erase.Revoke(form.IsConfirmed, HttpContext.Instant());
        await sessions.End(HttpContext);
        this.Say(texts["Your consent is taken back."], texts["Your access has ended. Your data are erased within {0} days.", UserAccount.DaysToErase]);
        return RedirectToAction(nameof(SignInController.SignIn), "SignIn");
    }

    // The person may have all of it; what keeps it from others would hide a part.
    private async Task<HeldData> Held()
    {
        var id = scope.Is.PersonId!.Value;
        using var house = scope.As(Scope.System);
        return (await HeldData.Read(db, id, isOneself: true))!;
    }
}
