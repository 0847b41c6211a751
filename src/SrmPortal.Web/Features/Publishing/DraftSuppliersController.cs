using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Whom the draft will invite: suppliers approved for its categories, or any other that is looked for.</summary>
[Route("events/{number}/{no:int}/draft/suppliers"), Authorize(Roles = Roles.Buyer)]
public sealed class DraftSuppliersController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Suppliers(string number, int no, SupplierFilter filter) =>
        await SuppliersPage.Read(db, facts, number, no, filter, HttpContext) is { } page ? View(page) : NotFound();

    /// <summary>Only what was shown is changed: suppliers that the search left out stay as they are.</summary>
    [HttpPost, ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Choose(string number, int no, SuppliersForm form, SupplierFilter filter)
    {
        var now = HttpContext.Instant();
        var wanted = form.AllShown ? form.Offered : form.Chosen;
        var ticked = await db.Suppliers.AsNoTracking().Where(s => wanted.Contains(s.Id)).ToListAsync();
        if (form.AllShown)
        {
            ticked.RemoveAll(s => !s.CanBeInvitedAt(now) && !form.Chosen.Contains(s.Id));
        }

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
        return RedirectToAction(nameof(Suppliers), new { number, no, q = filter.Q, region = filter.Region, past = filter.Past, all = filter.All ? (bool?)true : null });
    }
}

public class SuppliersForm
{
    /// <summary>Those whose boxes were on the page.</summary>
    public List<long> Offered { get; init; } = [];

    public List<long> Chosen { get; init; } = [];

    /// <summary>The button that chooses everybody who is shown and can be invited.</summary>
    public bool AllShown { get; init; }
}

public sealed class SuppliersPage : SuppliersForm, IDraftPage
{
    /// <summary>More than so many are found by searching.</summary>
    public const int Most = 200;

    private const int LeastOfSearch = 3, Few = 10;

    private static readonly string[] OfApplicants = [Walls.Person];

    public required DraftFrame Frame { get; init; }

    public required SupplierFilter Filter { get; init; }

    /// <summary>How many companies that aren't registered yet are asked too.</summary>
    public required int Outsiders { get; init; }

    /// <summary>Of companies whose name or number was looked for: they apply, and aren't accredited yet.</summary>
    public required IReadOnlyList<string> NotAccredited { get; init; }

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
    /// <param name="Offers">In how many opened events it made an offer.</param>
    /// <param name="Awards">How many of them it won, in whole or in part.</param>
    public sealed record Row(
        long Id, string Number, string Name, string TaxNumber, bool IsChosen, bool Covers, SupplierState State, DateTime? SuspendedUntil, DateTime AccreditedUntil, int Offers, int Awards);

    public static async Task<SuppliersPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, SupplierFilter filter, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Suppliers, http) is not { } frame)
        {
            return null;
        }

        var covering = await db.CategoriesThatCover(frame.Round.Categories);
        long[] chosen = [.. frame.Round.ChosenSuppliers];
        var suppliers = filter.Of(db, db.Suppliers.AsNoTracking(), frame.Round.Id);
        if (!filter.All && string.IsNullOrWhiteSpace(filter.Q))
        {
            suppliers = suppliers.Where(s => (!filter.IsSet && chosen.Contains(s.Id)) || s.Categories.Any(c => covering.Contains(c.CategoryId)));
        }

        var found = await suppliers.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most + 1).Select(s => new
        {
            Supplier = s,
            Covers = s.Categories.Any(c => covering.Contains(c.CategoryId)),
            Offers = db.Offers.Count(o => o.SupplierId == s.Id && o.OpenedIntact == true),
            Awards = db.Offers.Count(o => o.SupplierId == s.Id && (o.State == OfferState.Accepted || o.State == OfferState.PartlyAccepted)),
        }).ToListAsync();
        Row[] rows = [.. found.Take(Most).Select(one => new Row(one.Supplier.Id, one.Supplier.Number, one.Supplier.Name, one.Supplier.Company.TaxNumber,
            chosen.Contains(one.Supplier.Id), one.Covers, one.Supplier.StateAt(frame.Facts.Now), one.Supplier.SuspendedUntil, one.Supplier.AccreditedUntil, one.Offers, one.Awards))];
        return new SuppliersPage
        {
            Frame = frame,
            Filter = filter,
            Rows = rows,
            HasMore = found.Count > Most,
            Outsiders = frame.Facts.Outsiders,
            NotAccredited = await Applying(db, filter.Q),
        };
    }

    // That a company applies is no secret from the house; what it has filled in is.
    private static async Task<IReadOnlyList<string>> Applying(PortalDbContext db, string? search)
    {
        if ((search ?? "").Count(char.IsLetterOrDigit) < LeastOfSearch)
        {
            return [];
        }

        var pattern = Domain.Common.Search.Pattern(search!);
        return await db.Registrations.IgnoreQueryFilters(OfApplicants).AsNoTracking()
            .Where(r => r.RenewsSupplierId == null && (r.State == RegistrationState.Submitted || r.State == RegistrationState.InReview || r.State == RegistrationState.ReturnedForCorrection))
            .Where(r => EF.Functions.Like(r.SearchText, pattern, "\\")).OrderBy(r => r.CompanyName).Select(r => r.CompanyName).Take(Few).ToListAsync();
    }
}
