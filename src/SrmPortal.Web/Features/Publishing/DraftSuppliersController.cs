using System.Globalization;
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
public sealed class DraftSuppliersController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, KeepDraft keep, RuleMessages messages, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Suppliers(string number, int no, SupplierFilter filter) =>
        await SuppliersPage.Read(db, facts, number, no, filter, HttpContext) is { } page ? View(page) : NotFound();

    /// <summary>Only what was shown is changed: suppliers that the search left out stay as they are.</summary>
    [HttpPost, ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Choose(string number, int no, SuppliersForm form, SupplierFilter filter)
    {
        if (!await revise.Change(number, no, await Choosing(form)))
        {
            return NotFound();
        }

        this.Say(texts["The choice of suppliers is saved."]);
        return RedirectToAction(nameof(Suppliers), new { number, no, q = filter.Q, region = filter.Region, past = filter.Past, all = filter.All ? (bool?)true : null });
    }

    /// <summary>What the form sends by itself while boxes are ticked: saved as chosen.</summary>
    [HttpPost("kept"), ShowAgain(nameof(Suppliers))]
    public async Task<IActionResult> Keep(string number, int no, SuppliersForm form)
    {
        var now = HttpContext.Instant();
        try
        {
            await revise.ChangeByItself(number, no, now, await Choosing(form));
            return await keep.Answer(this, (number, no), DraftTab.Suppliers, frame => new(frame, SuppliersForm.Mark(form.Chosen), now, 0, 0, null));
        }
        catch (RuleViolation refused)
        {
            return await keep.Answer(this, (number, no), DraftTab.Suppliers, frame => new(frame, form.BasedOn ?? "", now, 0, 0, messages.Of(refused.Broken[0])));
        }
    }

    private async Task<Action<Round>> Choosing(SuppliersForm form)
    {
        var now = HttpContext.Instant();
        var wanted = form.AllShown ? form.Offered : form.Chosen;
        var ticked = await db.Suppliers.AsNoTracking().Where(s => wanted.Contains(s.Id)).ToListAsync();
        if (form.AllShown)
        {
            ticked.RemoveAll(s => !s.CanBeInvitedAt(now) && !form.Chosen.Contains(s.Id));
        }

        long[] chosen = [.. ticked.Select(s => s.Id).Order()];
        var refused = ticked.Where(s => !s.CanBeInvitedAt(now)).ToArray();
        return round =>
        {
            // Who was chosen earlier may stay, and is named by the check-list.
            RuleViolation.ThrowIfAny(refused.Where(s => !round.ChosenSuppliers.Contains(s.Id))
                .Select(s => new BrokenRule(PublishingRules.SupplierCannotBeInvited, null, s.Name)));
            var leave = form.Offered.Except(chosen).Intersect(form.TickedBefore ?? form.Offered);
            var come = chosen.Except(form.TickedBefore ?? []);
            round.ChooseSuppliers([.. round.ChosenSuppliers.Except(leave).Union(come)]);
        };
    }
}

public class SuppliersForm
{
    /// <summary>The keys of those whose boxes were ticked when the page was shown: only what was ticked or unticked since is changed, whatever a colleague did.</summary>
    public string? BasedOn { get; init; }

    /// <summary>Those whose boxes were on the page.</summary>
    public List<long> Offered { get; init; } = [];

    public List<long> Chosen { get; init; } = [];

    /// <summary>The button that chooses everybody who is shown and can be invited.</summary>
    public bool AllShown { get; init; }

    /// <summary>Null: the page doesn't say.</summary>
    public IReadOnlyList<long>? TickedBefore => BasedOn is null ? null
        : [.. BasedOn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];

    /// <summary>What <see cref="BasedOn"/> is where these are ticked. It begins with a key that nobody has: an empty field says nothing.</summary>
    public static string Mark(IEnumerable<long> ticked) => string.Join(' ', ticked.Prepend(0));
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
            BasedOn = Mark(rows.Where(row => row.IsChosen).Select(row => row.Id)),
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
