using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Whom the draft will invite: suppliers approved for its categories, or any other that is looked for.</summary>
[Route("events/{number}/{no:int}/draft/suppliers"), Authorize(Roles = Roles.Buyer)]
public sealed class DraftSuppliersController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Suppliers(string number, int no, string? q, bool all) =>
        await SuppliersPage.Read(db, facts, number, no, q, all, HttpContext) is { } page ? View(page) : NotFound();

    /// <summary>Only what was shown is changed: suppliers that the search left out stay as they are.</summary>
    [HttpPost, ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Choose(string number, int no, SuppliersForm form, string? q, bool all)
    {
        var now = HttpContext.Instant();
        var ticked = await db.Suppliers.AsNoTracking().Where(s => form.Chosen.Contains(s.Id)).ToListAsync();
        var refused = ticked.Where(s => !s.CanBeInvitedAt(now)).ToArray();
        var isThere = await revise.Change(number, no, round =>
        {
            // Who was chosen earlier may stay, and is named by the check-list.
            RuleViolation.ThrowIfAny(refused.Where(s => !round.ChosenSuppliers.Contains(s.Id))
                .Select(s => new BrokenRule(PublishingRules.SupplierCannotBeInvited, null, s.Name)));
            round.ChooseSuppliers([.. round.ChosenSuppliers.Except(form.Offered), .. ticked.Select(s => s.Id).Order()]);
        });
        if (!isThere)
        {
            return NotFound();
        }

        this.Say(texts["The choice of suppliers is saved."]);
        return RedirectToAction(nameof(Suppliers), new { number, no, q, all = all ? (bool?)true : null });
    }
}

public class SuppliersForm
{
    /// <summary>Those whose boxes were on the page.</summary>
    public List<long> Offered { get; init; } = [];

    public List<long> Chosen { get; init; } = [];
}

public sealed class SuppliersPage : SuppliersForm, IDraftPage
{
    /// <summary>More than so many are found by searching.</summary>
    public const int Most = 200;

    public required DraftFrame Frame { get; init; }

    public required string? Search { get; init; }

    /// <summary>Also suppliers of other categories.</summary>
    public required bool All { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    public required bool HasMore { get; init; }

    public bool HasCategories => Frame.Round.Categories.Count > 0;

    /// <param name="Id">Key.</param>
    /// <param name="Number"><c>S48201735</c>.</param>
    /// <param name="Name">Short name.</param>
    /// <param name="TaxNumber">As it is shown.</param>
    /// <param name="IsChosen">In the draft.</param>
    /// <param name="Covers">Approved for a category of the draft or above it.</param>
    /// <param name="State">At this time: only an accredited one can be invited.</param>
    /// <param name="SuspendedUntil">If it is suspended for a time.</param>
    /// <param name="AccreditedUntil">In UTC.</param>
    public sealed record Row(long Id, string Number, string Name, string TaxNumber, bool IsChosen, bool Covers, SupplierState State, DateTime? SuspendedUntil, DateTime AccreditedUntil);

    public static async Task<SuppliersPage?> Read(
        PortalDbContext db, FactsForPublishing facts, string number, int no, string? search, bool all, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Suppliers, http) is not { } frame)
        {
            return null;
        }

        var covering = await db.CategoriesThatCover(frame.Round.Categories);
        long[] chosen = [.. frame.Round.ChosenSuppliers];
        var pattern = string.IsNullOrWhiteSpace(search) ? null : Domain.Common.Search.Pattern(search);
        var suppliers = db.Suppliers.AsNoTracking().Where(s => pattern == null || EF.Functions.Like(s.SearchText, pattern, "\\"));
        if (!all && pattern is null)
        {
            suppliers = suppliers.Where(s => chosen.Contains(s.Id) || s.Categories.Any(c => covering.Contains(c.CategoryId)));
        }

        var found = await suppliers.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most + 1)
            .Select(s => new { Supplier = s, Covers = s.Categories.Any(c => covering.Contains(c.CategoryId)) }).ToListAsync();
        Row[] rows = [.. found.Take(Most).Select(one => new Row(one.Supplier.Id, one.Supplier.Number, one.Supplier.Name, one.Supplier.Company.TaxNumber,
            chosen.Contains(one.Supplier.Id), one.Covers, one.Supplier.StateAt(frame.Facts.Now), one.Supplier.SuspendedUntil, one.Supplier.AccreditedUntil))];
        return new SuppliersPage { Frame = frame, Search = search, All = all, Rows = rows, HasMore = found.Count > Most };
    }
}
