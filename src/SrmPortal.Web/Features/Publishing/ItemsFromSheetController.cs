using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Items many at a time, out of a file or a pasted block: looked at first, then added.</summary>
[Route("events/{number}/{no:int}/draft/items"), Authorize(Roles = Roles.Buyer)]
public sealed class ItemsFromSheetController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("template.xlsx")]
    public Task<IActionResult> Template(string number, int no) => Sheet(number, no, isEmpty: true);

    [HttpGet("items.xlsx")]
    public Task<IActionResult> Download(string number, int no) => Sheet(number, no, isEmpty: false);

    [HttpGet("paste")]
    public async Task<IActionResult> Paste(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame ? View(new PastePage { Frame = frame }) : NotFound();

    [HttpPost("paste"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> ShowPasted(string number, int no, PasteForm form)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is not { } frame)
        {
            return NotFound();
        }

        var categories = await db.CategoriesOfDraft(frame.Round);
        var read = ItemSheetReader.Of(categories).ReadPasted(form.Rows ?? "", nameof(PasteForm.Rows));
        return View("ItemsPreview", new ItemsPreview(frame, read, categories) { Rows = form.Rows });
    }

    [HttpGet("import")]
    public async Task<IActionResult> Import(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame ? View(new ImportItemsPage { Frame = frame }) : NotFound();

    [HttpPost("import"), TakesFiles, ShowAgain(nameof(Import))]
    public async Task<IActionResult> ShowFile(string number, int no, ImportItemsForm form)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is not { } frame)
        {
            return NotFound();
        }

        var categories = await db.CategoriesOfDraft(frame.Round);
        var read = ItemSheetReader.Of(categories).Read(form.Read(), nameof(ImportItemsForm.File));
        return View("ItemsPreview", new ItemsPreview(frame, read, categories) { FileName = form.File!.FileName });
    }

    /// <summary>What was looked at, as the preview has written it into its form. A second click adds nothing.</summary>
    [HttpPost("add"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> Add(string number, int no, AddItemsForm form)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } seen)
        {
            return NotFound();
        }

        var items = ItemSheetReader.Of(await db.CategoriesOfDraft(seen)).ReadPasted(form.Rows ?? "", nameof(PasteForm.Rows)).AllOrNothing(nameof(PasteForm.Rows));
        await revise.Change(number, no, round =>
        {
            var isStale = form.BasedOn != ItemsPreview.Mark(round);
            if (isStale && round.EndsWith(items))
            {
                return;
            }

            RuleViolation.ThrowIfAny(isStale ? [new BrokenRule(RoundRules.ItemsChangedMeanwhile, nameof(PasteForm.Rows))] : []);
            round.AddItems(items, form.Instead);
        });
        this.Say(Plural.Of(items.Count, texts["{0} item is in the draft.|{0} items are in the draft."]));
        return Redirect($"~/events/{number}/{no}/draft/items");
    }

    private async Task<IActionResult> Sheet(string number, int no, bool isEmpty)
    {
        if (await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } round)
        {
            return NotFound();
        }

        var categories = await db.CategoriesOfDraft(round);
        string[] hints =
        [
            texts["One row is one item. Name and quantity are needed, the other columns may be left empty or removed."],
            texts["Units: {0}.", string.Join(", ", Units.All.Select(unit => unit.Symbol(Language.Current)))],
            texts["Dates like 15.01.2027. Prices without VAT, up to four decimals; suppliers never see them."],
            texts["The same lot stands at each of its items by its title; lots that aren’t there yet are made."],
            .. categories.Count == 0 ? [] : new[] { texts["Categories by their codes: {0}.", string.Join(", ", categories.Values)].Value },
            texts["At most {0} items. The portal shows what it has read before anything is written.", Shown.Number(Round.MostItems)],
        ];
        var name = isEmpty ? texts["Items to fill in"].Value : $"{texts["Items"].Value} {round.Name.Replace('/', '-')}";
        return File(ItemSheet.Write(round, categories, isEmpty, hints), SpreadsheetWriter.ContentType, $"{name}.xlsx");
    }
}

/// <summary>Rows pasted from a spreadsheet.</summary>
public class PasteForm
{
    public string? Rows { get; init; }
}

public sealed class PastePage : PasteForm, IDraftPage
{
    public required DraftFrame Frame { get; init; }
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

public sealed class ImportItemsPage : ImportItemsForm, IDraftPage
{
    public required DraftFrame Frame { get; init; }
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
/// <param name="frame">The draft.</param>
/// <param name="read">Out of the sheet.</param>
/// <param name="categories">The draft's, codes by key.</param>
public sealed class ItemsPreview(DraftFrame frame, ReadItems read, IReadOnlyDictionary<long, string> categories) : AddItemsForm, IDraftPage
{
    /// <summary>So many rows and faults are listed; all rows are added.</summary>
    public const int Listed = 200, FaultsOnTop = 10;

    public DraftFrame Frame => frame;

    public ReadItems Read => read;

    /// <summary>Null: the rows were pasted.</summary>
    public string? FileName { get; init; }

    public bool IsFile => FileName is not null;

    public int Count => read.Items.Count;

    /// <summary>The sound rows alone, in one field.</summary>
    public string Block => ItemSheet.AsBlock(read.Items.Select(one => one.Add), categories);

    public string Mark() => Mark(frame.Round);

    /// <summary>Rows whose material is in the draft already, with the item's number.</summary>
    public IEnumerable<(ReadItem Row, string Item)> AlreadyThere => field ??= [.. read.Items.Where(one => one.Add.Item.MaterialNumber.Length > 0)
        .Join(frame.Round.Items, one => Search.Folded(one.Add.Item.MaterialNumber), item => Search.Folded(item.MaterialNumber), (one, item) => (one, item.Number))];

    public string CategoryOf(RoundItem item) => item.CategoryId is { } category ? categories.GetValueOrDefault(category, "") : "";

    public static string Mark(Round round) => StaleForm.Hash(round.ItemsInOrder().Select(item => new FormField(item.Number, item.ToString())));
}

internal static class CategoriesInDraft
{
    /// <summary>Codes by key.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> CategoriesOfDraft(this PortalDbContext db, Round round)
    {
        long[] chosen = [.. round.Categories];
        return await db.Categories.AsNoTracking().Where(c => chosen.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Code);
    }
}
