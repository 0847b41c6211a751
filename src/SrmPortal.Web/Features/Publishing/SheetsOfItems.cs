using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Where items go that come many at a time: a draft, or the amendment of a published round.</summary>
/// <param name="Path">Of the pages, <c>/events/20067776/0/draft</c>.</param>
/// <param name="Items">Those that are there.</param>
/// <param name="Currency">Of target prices, ISO 4217.</param>
/// <param name="MayChange">Whether this reader may add any just now.</param>
public sealed record ItemsPlace(string Path, IReadOnlyList<RoundItem> Items, string Currency, bool MayChange)
{
    /// <summary>Whether the new ones may take the place of those that are there.</summary>
    public bool MayReplace { get; init; }

    /// <summary>The lots, where no further one can be made; null: what is named and isn't there is made.</summary>
    public IReadOnlyList<RoundLot>? OnlyLots { get; init; }
}

/// <summary>A part of a page that says where its items go.</summary>
public interface IItemsPart
{
    ItemsPlace Place { get; }
}

/// <summary>Rows pasted from a spreadsheet.</summary>
public class PasteForm
{
    public string? Rows { get; init; }
}

public sealed class PastePage(ItemsPlace place) : PasteForm, IItemsPart
{
    public ItemsPlace Place => place;
}

/// <summary>A spreadsheet with items. It is read at once and kept nowhere.</summary>
public class ImportItemsForm
{
    // Rows around the table may hold heads and sums.
    private static readonly SpreadsheetLimits Limits = new(Rows: Round.MostItems + 50, Unpacked: 100 * 1024 * 1024, CellText: 4_000);

    public IFormFile? File { get; init; }

    public IReadOnlyList<ReadSheet> Read() =>
        UploadedSheets.Read(File, Limits, new BrokenRule(ItemSheetRules.TooManyRows, nameof(File), (decimal)Round.MostItems), nameof(File));
}

public sealed class ImportItemsPage(ItemsPlace place) : ImportItemsForm, IItemsPart
{
    public ItemsPlace Place => place;
}

/// <summary>What the preview sends.</summary>
public class AddItemsForm : PasteForm
{
    /// <summary>A mark of the items that were there.</summary>
    public string? BasedOn { get; init; }

    /// <summary>Whether they take the place of those that are there.</summary>
    public bool Instead { get; init; }
}

/// <summary>What would be added, before anything is. The browser alone holds it.</summary>
/// <param name="place">Where they go.</param>
/// <param name="read">Out of the sheet.</param>
/// <param name="categories">The round's, codes by key.</param>
public sealed class ItemsPreview(ItemsPlace place, ReadItems read, IReadOnlyDictionary<long, string> categories) : AddItemsForm, IItemsPart
{
    /// <summary>So many rows and faults are listed; all rows are added.</summary>
    public const int Listed = 200, FaultsOnTop = 10;

    public ItemsPlace Place => place;

    public ReadItems Read => read;

    /// <summary>Null: the rows were pasted.</summary>
    public string? FileName { get; init; }

    public bool IsFile => FileName is not null;

    public int Count => read.Items.Count;

    /// <summary>The sound rows alone, in one field.</summary>
    public string Block => ItemSheet.AsBlock(read.Items.Select(one => one.Add), categories);

    public string Mark() => Mark(place.Items);

    /// <summary>Rows whose material is there already, with the item's number.</summary>
    public IEnumerable<(ReadItem Row, string Item)> AlreadyThere => field ??= [.. read.Items.Where(one => one.Add.Item.MaterialNumber.Length > 0)
        .Join(place.Items, one => Search.Folded(one.Add.Item.MaterialNumber), item => Search.Folded(item.MaterialNumber), (one, item) => (one, item.Number))];

    public string CategoryOf(RoundItem item) => item.CategoryId is { } category ? categories.GetValueOrDefault(category, "") : "";

    public static string Mark(IEnumerable<RoundItem> items) =>
        StaleForm.Hash(items.OrderBy(item => item.Number, StringComparer.Ordinal).Select(item => new FormField(item.Number, item.ToString())));
}

/// <summary>Reads sheets and pasted blocks of items for a draft and for an amendment alike, and writes the sheets that people fill in.</summary>
public sealed class SheetsOfItems(PortalDbContext db, IStringLocalizer<Texts> texts) : IDeed
{
    public async Task<ItemsPreview> Preview(ItemsPlace place, Round round, PasteForm form)
    {
        var categories = await CategoriesOf(round);
        return new ItemsPreview(place, ItemSheetReader.Of(categories, place.OnlyLots).ReadPasted(form.Rows ?? "", nameof(PasteForm.Rows)), categories) { Rows = form.Rows };
    }

    public async Task<ItemsPreview> Preview(ItemsPlace place, Round round, ImportItemsForm form)
    {
        var categories = await CategoriesOf(round);
        return new ItemsPreview(place, ItemSheetReader.Of(categories, place.OnlyLots).Read(form.Read(), nameof(ImportItemsForm.File)), categories) { FileName = form.File!.FileName };
    }

    /// <summary>What a preview has sent.</summary>
    /// <param name="round">Whose categories count.</param>
    /// <param name="onlyLots">See <see cref="ItemsPlace.OnlyLots"/>.</param>
    /// <param name="form">What was looked at.</param>
    public async Task<IReadOnlyList<ItemToAdd>> LookedAt(Round round, IReadOnlyList<RoundLot>? onlyLots, AddItemsForm form) =>
        ItemSheetReader.Of(await CategoriesOf(round), onlyLots).ReadPasted(form.Rows ?? "", nameof(PasteForm.Rows)).AllOrNothing(nameof(PasteForm.Rows));

    /// <param name="round">Whose items.</param>
    /// <param name="isEmpty">Heads alone, to be filled in.</param>
    /// <param name="onlyLots">See <see cref="ItemsPlace.OnlyLots"/>.</param>
    public async Task<FileContentResult> Write(Round round, bool isEmpty, IReadOnlyList<RoundLot>? onlyLots = null)
    {
        var categories = await CategoriesOf(round);
        string[] hints =
        [
            texts["One row is one item. Name and quantity are needed, the other columns may be left empty or removed."],
            texts["Units: {0}.", string.Join(", ", Units.All.Select(unit => unit.Symbol(Language.Current)))],
            texts["Dates like 15.01.2027. Prices without VAT, up to four decimals; suppliers never see them."],
            .. onlyLots switch
            {
                null => new[] { texts["The same lot stands at each of its items by its title; lots that aren’t there yet are made."].Value },
                [] => [],
                _ => [texts["Lots by their titles: {0}. An amendment makes no others.", string.Join("; ", onlyLots.Select(lot => lot.Title))].Value],
            },
            .. categories.Count == 0 ? [] : new[] { texts["Categories by their codes: {0}.", string.Join(", ", categories.Values)].Value },
            texts["At most {0} items. The portal shows what it has read before anything is written.", Shown.Number(Round.MostItems)],
        ];
        var name = isEmpty ? texts["Items to fill in"].Value : $"{texts["Items"].Value} {round.Name.Replace('/', '-')}";
        return new FileContentResult(ItemSheet.Write(round, categories, isEmpty, hints), SpreadsheetWriter.ContentType) { FileDownloadName = $"{name}.xlsx" };
    }

    /// <summary>Codes by key.</summary>
    private async Task<IReadOnlyDictionary<long, string>> CategoriesOf(Round round)
    {
        long[] chosen = [.. round.Categories];
        return await db.Categories.AsNoTracking().Where(c => chosen.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Code);
    }
}
