using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>The invited suppliers, as staff see them; before the opening nothing about offers.</summary>
[Route("events/{number}/{no:int}/suppliers"), Authorize(Roles = Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class SealedController(PortalDbContext db, InviteAgain again, IOptions<SealingSettings> sealing, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Suppliers(string number, int no) =>
        await SealedPage.Load(db, number, no, HttpContext, TimeSpan.FromSeconds(sealing.Value.DrainSeconds)) is { } page ? View(page) : NotFound();

    [HttpPost("{supplier}/again"), Authorize(Roles = Roles.Buyer), ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Again(string number, int no, string supplier)
    {
        if (await db.RoundAt(number, no) is not { } round || !await again.Send(round, supplier, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The invitation is sent again."]);
        return RedirectToAction(nameof(Suppliers), new { number, no });
    }
}

/// <summary>Has the invitation mailed to one supplier's people once more.</summary>
public sealed class InviteAgain(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>False: that supplier isn't invited.</returns>
    public Task<bool> Send(long roundId, string supplierNumber, DateTime now) => db.InTransaction(async () =>
    {
        var supplier = await db.Suppliers.Where(s => s.Number == supplierNumber).Select(s => (long?)s.Id).SingleOrDefaultAsync();
        if (await db.Invitations.Include(i => i.Round).ThenInclude(r => r.Event).SingleOrDefaultAsync(i => i.Round.Id == roundId && i.SupplierId == supplier) is not { } invitation)
        {
            return false;
        }

        invitation.Round.RefuseUnlessRunBy(scope.Is.PersonId!.Value);
        invitation.SendAgain(now);
        return true;
    });
}
