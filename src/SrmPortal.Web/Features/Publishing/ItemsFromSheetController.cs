using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Items many at a time, out of a file or a pasted block: looked at first, then added.</summary>
[Route("events/{number}/{no:int}/draft/items"), Authorize(Roles = Roles.Buyer)]
public sealed class ItemsFromSheetController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, SheetsOfItems sheets, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("template.xlsx")]
    public Task<IActionResult> Template(string number, int no) => Sheet(number, no, isEmpty: true);

    [HttpGet("items.xlsx")]
    public Task<IActionResult> Download(string number, int no) => Sheet(number, no, isEmpty: false);

    [HttpGet("paste")]
    public async Task<IActionResult> Paste(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame ? View(new ItemsFromPage(frame, new PastePage(frame.ItemsPlace))) : NotFound();

    [HttpPost("paste"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> ShowPasted(string number, int no, PasteForm form) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame
            ? View("ItemsPreview", new ItemsFromPage(frame, await sheets.Preview(frame.ItemsPlace, frame.Round, form))) : NotFound();

    [HttpGet("import")]
    public async Task<IActionResult> Import(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame ? View(new ItemsFromPage(frame, new ImportItemsPage(frame.ItemsPlace))) : NotFound();

    [HttpPost("import"), TakesFiles, ShowAgain(nameof(Import))]
    public async Task<IActionResult> ShowFile(string number, int no, ImportItemsForm form) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame
            ? View("ItemsPreview", new ItemsFromPage(frame, await sheets.Preview(frame.ItemsPlace, frame.Round, form))) : NotFound();

    /// <summary>What was looked at, as the preview has written it into its form. A second click adds nothing.</summary>
    [HttpPost("add"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> Add(string number, int no, AddItemsForm form)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } seen)
        {
            return NotFound();
        }

        var items = await sheets.LookedAt(seen, null, form);
        await revise.Change(number, no, round =>
        {
            var isStale = form.BasedOn != ItemsPreview.Mark(round.Items);
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

    private async Task<IActionResult> Sheet(string number, int no, bool isEmpty) =>
        await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is { } round ? await sheets.Write(round, isEmpty) : NotFound();
}

/// <summary>A page of the draft around one of the parts that pasting and files have everywhere.</summary>
public sealed record ItemsFromPage(DraftFrame Frame, IItemsPart Part) : IDraftPage;
