using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>While offers come in, the buyer invites a supplier that was not thought of: looked for, found, invited with one press.</summary>
[Route("events/{number}/{no:int}/suppliers/invite"), Authorize(Roles = Roles.Buyer)]
public sealed class InviteController(PortalDbContext db, InviteAlso invite, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Invite(string number, int no, string? q) =>
        await InvitePage.Read(db, policy, number, no, q, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("{supplier}"), ShowAgain(nameof(Invite))]
    public async Task<IActionResult> InviteNow(string number, int no, string supplier, string? q)
    {
        if (await db.RoundAt(number, no) is not { } round || await invite.Invite(round, supplier, HttpContext.Instant()) is not { } name)
        {
            return NotFound();
        }

        this.Say(texts["{0} is invited.", name], texts["The invitation is on its way."]);
        return Redirect($"~/events/{number}/{no}/suppliers");
    }
}

/// <summary>Invites one more supplier, by the same rules as the draft.</summary>
public sealed class InviteAlso(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>Its name; null: there is no such supplier.</returns>
    public Task<string?> Invite(long roundId, string supplierNumber, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockRound(roundId);
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == supplierNumber) is not { } supplier)
        {
            return null;
        }

        var round = await db.Rounds.Include(r => r.Event).Include(r => r.Invitations.Where(i => i.SupplierId == supplier.Id)).AsSplitQuery().SingleAsync(r => r.Id == roundId);
        RuleViolation.ThrowIf(!supplier.CanBeInvitedAt(now), PublishingRules.SupplierCannotBeInvited, supplier.Name);
        // Pressed twice, it is invited once.
        round.InviteAlso(scope.Is.PersonId!.Value, supplier.Id, now);
        return supplier.Name;
    });
}

/// <param name="Frame">The event.</param>
/// <param name="Search">What is looked for; without it the suppliers of its categories are shown.</param>
/// <param name="Rows">Those who aren't invited yet, each with why it can't be, if so.</param>
/// <param name="HasMore">There are more than are shown.</param>
/// <param name="IsLate">Less time is left than a supplier has at the least after publishing.</param>
public sealed record InvitePage(EventFrame Frame, string? Search, IReadOnlyList<InvitePage.Row> Rows, bool HasMore, bool IsLate) : IEventPage
{
    private const int Most = 50;

    public sealed record Row(string Number, string Name, string TaxNumber, bool Covers, SupplierState State, DateTime? SuspendedUntil, DateTime AccreditedUntil);

    public static async Task<InvitePage?> Read(PortalDbContext db, PublishingPolicy policy, string number, int no, string? search, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Suppliers, http) is not { IsTeam: true, Card.PublishedAt: not null } frame)
        {
            return null;
        }

        var covering = await db.CategoriesThatCover(await db.Rounds.Where(r => r.Id == frame.Card.Id).Select(r => r.Categories).SingleAsync());
        var pattern = string.IsNullOrWhiteSpace(search) ? null : Domain.Common.Search.Pattern(search);
        var found = await db.Suppliers.AsNoTracking()
            .Where(s => !db.Invitations.Any(i => i.Round.Id == frame.Card.Id && i.SupplierId == s.Id))
            .Where(s => pattern != null ? EF.Functions.Like(s.SearchText, pattern, "\\") : s.Categories.Any(c => covering.Contains(c.CategoryId)))
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most + 1)
            .Select(s => new { Supplier = s, Covers = s.Categories.Any(c => covering.Contains(c.CategoryId)) }).ToListAsync();
        return new InvitePage(frame, search,
            [.. found.Take(Most).Select(one => new Row(one.Supplier.Number, one.Supplier.Name, one.Supplier.Company.TaxNumber, one.Covers,
                one.Supplier.StateAt(frame.Now), one.Supplier.SuspendedUntil, one.Supplier.AccreditedUntil))],
            found.Count > Most, frame.Card.Deadline - frame.Now < policy.Notice);
    }
}
