using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>The invited suppliers, as staff see them; before the opening nothing about offers.</summary>
[Route("events/{number}/{no:int}/suppliers"), Authorize(Roles = Roles.Buyer + "," + Roles.Approver + "," + Roles.Auditor)]
public sealed class InvitedController(PortalDbContext db, InviteAgain again, IOptions<SealingSettings> sealing, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Suppliers(string number, int no, InvitedFilter filter) =>
        await InvitedPage.Load(db, number, no, filter, HttpContext, TimeSpan.FromSeconds(sealing.Value.DrainSeconds)) is { } page ? View(page) : NotFound();

    /// <param name="number">Of the event.</param>
    /// <param name="no">Of the round.</param>
    /// <param name="supplier">Its number.</param>
    /// <param name="to">The address of one of its people; null: all of them.</param>
    /// <param name="filter">What the list showed, and goes on to show.</param>
    [HttpPost("{supplier}/again"), Authorize(Roles = Roles.Buyer), ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Again(string number, int no, string supplier, string? to, [FromQuery] InvitedFilter filter)
    {
        if (await db.RoundAt(number, no) is not { } round || !await again.Send(round, supplier, to, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["The invitation is sent again."], to);
        return RedirectToAction(nameof(Suppliers), new { number, no, show = filter.Show, page = filter.Page > 1 ? filter.Page : (int?)null });
    }
}

/// <summary>Has the invitation mailed to one supplier's people once more.</summary>
public sealed class InviteAgain(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>False: that supplier isn't invited, or has nobody with this address.</returns>
    public Task<bool> Send(long roundId, string supplierNumber, string? to, DateTime now) => db.InTransaction(async () =>
    {
        var supplier = await db.Suppliers.Where(s => s.Number == supplierNumber).Select(s => (long?)s.Id).SingleOrDefaultAsync();
        if (await db.Invitations.Include(i => i.Round).ThenInclude(r => r.Event).SingleOrDefaultAsync(i => i.Round.Id == roundId && i.SupplierId == supplier) is not { } invitation)
        {
            return false;
        }

        var address = to is null ? null : UserAccount.Normalized(to);
        var person = address is null ? null : await db.Memberships.Where(m => m.SupplierId == supplier && m.Account.NormalizedEmail == address).Select(m => (long?)m.AccountId).SingleOrDefaultAsync();
        if (address is not null && person is null)
        {
            return false;
        }

        invitation.Round.RefuseUnlessRunBy(scope.Is.PersonId!.Value);
        invitation.SendAgain(now, person);
        return true;
    });
}
