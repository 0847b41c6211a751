using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What is asked for: lines are added, changed, removed one by one, or pasted from a spreadsheet.</summary>
[Route("events/{number}/{no:int}/draft/items"), Authorize(Roles = Roles.Buyer)]
public sealed class ItemsController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Four digits; the form's limits hold for so many.</summary>
    public const int MostItems = 2000;

    [HttpGet]
    public async Task<IActionResult> Items(string number, int no) =>
        await ItemsPage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Items))]
    public Task<IActionResult> SaveQuantities(string number, int no, QuantitiesForm form) => Change(number, no, texts["The draft is saved."], round =>
    {
        var now = ItemsPage.QuantitiesOf(round);
        StaleForm.Refuse(form.BasedOn, now.Fields(), form.Fields());
        round.ReplaceItems([.. InOrder(round).Select(item =>
            form.Items.TryGetValue(item.Number, out var row) ? item with { Quantity = row.Quantity ?? 0 } : item)]);
    });

    [HttpGet("{item:regex(^[[0-9]]{{4}}$|^new$)}")]
    public async Task<IActionResult> Item(string number, int no, string item) =>
        await ItemPage.Read(db, facts, number, no, item, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("{item:regex(^[[0-9]]{{4}}$|^new$)}"), ShowAgain(nameof(Item))]
    public Task<IActionResult> SaveItem(string number, int no, string item, ItemForm form, bool thenAnother) =>
        Change(number, no, texts["The item is saved."], round =>
        {
            RoundItem[] all = [.. InOrder(round)];
            if (item == ItemPage.New)
            {
                RuleViolation.ThrowIf(all.Length >= MostItems, RoundRules.TooManyItems, MostItems);
                round.ReplaceItems([.. all, form.Item(NextNumber(all))]);
                return;
            }

            var there = all.SingleOrDefault(one => one.Number == item);
            RuleViolation.ThrowIf(there is null, RoundRules.NoSuchLine, item);
            StaleForm.Refuse(form.BasedOn, ItemPage.Of(there!).Fields(), form.Fields());
            round.ReplaceItems([.. all.Select(one => one.Number == item ? form.Item(item) : one)]);
        }, thenAnother ? nameof(Item) : nameof(Items), ItemPage.New);

    [HttpPost("{item:regex(^[[0-9]]{{4}}$)}/remove"), ShowAgain(nameof(Item))]
    public Task<IActionResult> Remove(string number, int no, string item) => Change(number, no, texts["Item {0} is removed.", item], round =>
        round.ReplaceItems([.. InOrder(round).Where(one => one.Number != item)]));

    [HttpGet("paste")]
    public async Task<IActionResult> Paste(string number, int no) =>
        await PastePage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("paste"), ShowAgain(nameof(Paste))]
    public Task<IActionResult> TakePasted(string number, int no, PasteForm form) => Change(number, no, texts["The rows are added."], round =>
    {
        RoundItem[] all = [.. InOrder(round)];
        var pasted = PastedItems.Read(form.Rows ?? "");
        RuleViolation.ThrowIf(all.Length + pasted.Count > MostItems, RoundRules.TooManyItems, MostItems);
        var next = int.Parse(NextNumber(all), System.Globalization.CultureInfo.InvariantCulture);
        round.ReplaceItems([.. all,
            .. pasted.Select((item, i) => item with { Number = (next + i).ToString("0000", System.Globalization.CultureInfo.InvariantCulture) })]);
    });

    private static IEnumerable<RoundItem> InOrder(Round round) => round.Items.OrderBy(item => item.Number, StringComparer.Ordinal);

    private static string NextNumber(RoundItem[] items) =>
        (items.Select(item => int.Parse(item.Number, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max() + 1)
            .ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IActionResult> Change(string number, int no, string said, Action<Round> change, string then = nameof(Items), string? item = null)
    {
        if (!await revise.Change(number, no, change))
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(then, then == nameof(Item) ? new { number, no, item } : new { number, no });
    }
}
