using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>All items of the draft, with their quantities to be typed.</summary>
public sealed class ItemsPage : QuantitiesForm, IDraftPage
{
    public required DraftFrame Frame { get; init; }

    public IEnumerable<RoundItem> Lines => Frame.Round.ItemsInOrder();

    /// <summary>What the check-list says of one line.</summary>
    public ILookup<string, BrokenRule> Faults => field ??= Frame.CheckList.Single(part => part.Check is PublishingCheck.Items).Broken
        .Where(rule => rule.Field!.Contains('[', StringComparison.Ordinal)).ToLookup(rule => rule.Field!.Split('[', ']')[1]);

    public static async Task<ItemsPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Items, http) is not { } frame)
        {
            return null;
        }

        var now = Of(frame.Round.Items);
        return new ItemsPage { Frame = frame, Items = now.Items, BasedOn = StaleForm.Mark(now) };
    }
}

/// <summary>One item, or a new one.</summary>
public sealed class ItemPage(ItemForm now) : ItemForm(now), IDraftPage
{
    public const string New = "new";

    public required DraftFrame Frame { get; init; }

    public required string Line { get; init; }

    public required ItemChoices Choices { get; init; }

    public bool IsNew => Line == New;

    /// <summary>When this reader typed what the form is filled with, and left it without adding it; in UTC.</summary>
    public DateTime? Typed { get; private set; }

    public ItemPage TypedAt(DateTime? instant)
    {
        Typed = instant;
        return this;
    }

    public static async Task<ItemPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, string line, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Items, http) is not { } frame)
        {
            return null;
        }

        var item = frame.Round.Items.SingleOrDefault(one => one.Number == line);
        if (item is null && line != New)
        {
            return null;
        }

        var now = item is null ? new ItemForm { DeliveryPlace = frame.City } : Of(item);
        return new ItemPage(now)
        {
            Frame = frame,
            Line = line,
            Choices = await ItemChoices.Of(db, frame.Round, frame.Round.ComparisonCurrency),
        };
    }

    public static ItemForm Of(RoundItem item) => new()
    {
        MaterialNumber = item.MaterialNumber,
        Name = item.Name,
        FullName = item.FullName,
        Comment = item.Comment,
        CategoryId = item.CategoryId,
        Lot = item.Lot,
        Quantity = item.Quantity > 0 ? item.Quantity : null,
        Unit = item.Unit,
        PriceUnit = item.PriceUnit,
        DeliveryDate = item.DeliveryDate,
        DeliveryPlace = item.DeliveryPlace,
        TargetPrice = item.TargetPrice,
    };
}

/// <summary>What the lists of an item's form offer.</summary>
/// <param name="Categories">Those of the event.</param>
/// <param name="Lots">Those of the round.</param>
/// <param name="Currency">In which target prices are, ISO 4217.</param>
public sealed record ItemChoices(IReadOnlyList<SelectListItem> Categories, IReadOnlyList<SelectListItem> Lots, string Currency)
{
    public IEnumerable<SelectListItem> Units => Domain.Common.Units.All.Select(unit => new SelectListItem(unit.Symbol(Language.Current), unit.Code));

    public IEnumerable<SelectListItem> PriceUnits => RoundItem.PriceUnits.Select(one => new SelectListItem(Shown.Number(one), one.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static async Task<ItemChoices> Of(PortalDbContext db, Round round, string currency)
    {
        long[] chosen = [.. round.Categories];
        var categories = await db.Categories.Where(c => chosen.Contains(c.Id)).OrderBy(c => c.Code).Select(c => new { c.Id, c.Code, c.Name, c.NameEn }).ToListAsync();
        return new([.. categories.Select(c => new SelectListItem($"{c.Code} {EventWords.Say(c.NameEn, c.Name)}", c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))],
            [.. round.Lots.Select(lot => new SelectListItem(EventWords.Of(lot), lot.No.ToString(System.Globalization.CultureInfo.InvariantCulture)))], currency);
    }
}
