using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Amending;

/// <summary>Items that an amendment adds many at a time, out of a file or a pasted block: looked at first, then added, as in a draft.</summary>
[Route("events/{number}/{no:int}/amendment/items"), Authorize(Roles = Roles.Buyer)]
public sealed class AmendItemsFromSheetController(
    PortalDbContext db, CurrentScope scope, AmendRound amend, PublishingPolicy policy, SheetsOfItems sheets, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("template.xlsx")]
    public Task<IActionResult> Template(string number, int no) => Sheet(number, no, isEmpty: true);

    [HttpGet("items.xlsx")]
    public Task<IActionResult> Download(string number, int no) => Sheet(number, no, isEmpty: false);

    [HttpGet("paste")]
    public async Task<IActionResult> Paste(string number, int no) =>
        await Draft(number, no) is { } draft ? View(new AmendItemsFromPage(draft, new PastePage(draft.ItemsPlace))) : NotFound();

    [HttpPost("paste"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> ShowPasted(string number, int no, PasteForm form) => await Draft(number, no) is { } draft
        ? View("ItemsPreview", new AmendItemsFromPage(draft, await sheets.Preview(draft.ItemsPlace, draft.Amendment.Round, form))) : NotFound();

    [HttpGet("import")]
    public async Task<IActionResult> Import(string number, int no) =>
        await Draft(number, no) is { } draft ? View(new AmendItemsFromPage(draft, new ImportItemsPage(draft.ItemsPlace))) : NotFound();

    [HttpPost("import"), TakesFiles, ShowAgain(nameof(Import))]
    public async Task<IActionResult> ShowFile(string number, int no, ImportItemsForm form) => await Draft(number, no) is { } draft
        ? View("ItemsPreview", new AmendItemsFromPage(draft, await sheets.Preview(draft.ItemsPlace, draft.Amendment.Round, form))) : NotFound();

    /// <summary>What was looked at. A second click adds nothing.</summary>
    [HttpPost("add"), ShowAgain(nameof(Paste))]
    public async Task<IActionResult> Add(string number, int no, AddItemsForm form)
    {
        if (await Draft(number, no) is not { } draft)
        {
            return NotFound();
        }

        var lots = draft.Amendment.Round.Lots;
        var read = await sheets.LookedAt(draft.Amendment.Round, lots, form);
        RoundItem[] items = [.. read.Select(one => one.Item with { Lot = one.Lot.Length == 0 ? null : Round.FindLot(one.Lot, lots)!.No })];
        var isThere = await amend.Change(draft.Frame.Card.Id, HttpContext.Instant(), (amendment, facts) =>
        {
            var isStale = form.BasedOn != ItemsPreview.Mark(amendment.Becomes.Items);
            if (isStale && amendment.Becomes.Items.TakeLast(items.Length).Select(item => item with { Number = "" }).SequenceEqual(items))
            {
                return;
            }

            RuleViolation.ThrowIfAny(isStale ? [new BrokenRule(RoundRules.ItemsChangedMeanwhile, nameof(PasteForm.Rows))] : []);
            amendment.Revise(scope.Is.PersonId!.Value, amendment.Becomes with { Items = amendment.WithMore(items) }, facts.Now);
        });
        if (!isThere)
        {
            return NotFound();
        }

        this.Say(texts["The rows are added to the amendment."]);
        return Redirect($"~{draft.Path}/items");
    }

    private Task<AmendmentDraft?> Draft(string number, int no) => AmendmentDraft.Read(db, policy, number, no, AmendmentTab.Items, HttpContext);

    private async Task<IActionResult> Sheet(string number, int no, bool isEmpty) => await Draft(number, no) is { Amendment: var amendment }
        ? await sheets.Write(amendment.Round.With(amendment.Becomes), isEmpty, amendment.Round.Lots) : NotFound();
}

/// <summary>A page of the amendment around one of the parts that pasting and files have everywhere.</summary>
public sealed record AmendItemsFromPage(AmendmentDraft Draft, IItemsPart Part) : IAmendmentPage
{
    public EventFrame Frame => Draft.Frame;
}
