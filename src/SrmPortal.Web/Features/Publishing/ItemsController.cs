using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What is asked for: lines are added, changed and removed one by one.</summary>
[Route("events/{number}/{no:int}/draft/items"), Authorize(Roles = Roles.Buyer)]
public sealed class ItemsController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, KeepDraft keep, KeepDraftText typing, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Items(string number, int no) =>
        await ItemsPage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Items))]
    public Task<IActionResult> SaveQuantities(string number, int no, QuantitiesForm form) => Change(number, no, texts["The draft is saved."], round =>
        TakeQuantities(round, StaleForm.Merge(form, QuantitiesForm.Of(round.Items)).Form));

    [HttpPost("kept"), ShowAgain(nameof(Items))]
    public async Task<IActionResult> KeepQuantities(string number, int no)
    {
        var form = new QuantitiesForm();
        await TryUpdateModelAsync(form);
        return await keep.Keep(this, (number, no), DraftTab.Items, form, round => QuantitiesForm.Of(round.Items), TakeQuantities);
    }

    [HttpGet("{item:regex(^[[0-9]]{{4}}$|^new$)}")]
    public async Task<IActionResult> Item(string number, int no, string item) =>
        await ItemPage.Read(db, facts, number, no, item, HttpContext) is not { } page ? NotFound()
            : View(page.IsNew ? page.TypedAt(await typing.FillIn(this, page.Frame.Round, DraftText.Item)) : page);

    [HttpPost("{item:regex(^[[0-9]]{{4}}$|^new$)}"), ShowAgain(nameof(Item))]
    public Task<IActionResult> SaveItem(string number, int no, string item, ItemForm form, bool thenAnother) => item == ItemPage.New
        ? Done(revise.Add(number, no, DraftText.Item, round => round.ReplaceItems([.. InOrder(round), form.Item(round.NextItemNumber)])), number, no, texts["The item is saved."], thenAnother ? nameof(Item) : nameof(Items), ItemPage.New)
        : Change(number, no, texts["The item is saved."], round =>
        {
            RoundItem[] all = [.. InOrder(round)];
            var there = all.SingleOrDefault(one => one.Number == item);
            RuleViolation.ThrowIf(there is null, RoundRules.NoSuchLine, item);
            var both = StaleForm.Merge(form, ItemPage.Of(there!)).Form;
            round.ReplaceItems([.. all.Select(one => one.Number == item ? both.Item(item) : one)]);
        });

    /// <summary>A new item is none before its button is pressed; what is typed is kept all the same.</summary>
    [HttpPost("new/kept"), ShowAgain(nameof(Item))]
    public Task<IActionResult> KeepTyped(string number, int no) =>
        typing.Keep(this, (number, no), DraftTab.Items, DraftText.Item, field => typeof(ItemForm).GetProperty(field) is not null && field != StaleForm.BasedOn);

    [HttpPost("new/drop"), ShowAgain(nameof(Item))]
    public async Task<IActionResult> DropTyped(string number, int no) =>
        await typing.Drop(number, no, DraftText.Item) ? RedirectToAction(nameof(Item), new { number, no, item = ItemPage.New }) : NotFound();

    [HttpPost("{item:regex(^[[0-9]]{{4}}$)}/kept"), ShowAgain(nameof(Item))]
    public async Task<IActionResult> KeepItem(string number, int no, string item)
    {
        var form = new ItemForm();
        await TryUpdateModelAsync(form);
        return await keep.Keep(this, (number, no), DraftTab.Items, form,
            round => round.Items.SingleOrDefault(one => one.Number == item) is { } there ? ItemPage.Of(there) : null,
            (round, typed) => round.ReplaceItems([.. InOrder(round).Select(one => one.Number == item ? typed.Item(item) : one)]));
    }

    [HttpPost("{item:regex(^[[0-9]]{{4}}$)}/remove"), ShowAgain(nameof(Item))]
    public Task<IActionResult> Remove(string number, int no, string item) => Change(number, no, texts["Item {0} is removed.", item], round =>
        round.ReplaceItems([.. InOrder(round).Where(one => one.Number != item)]));

    private static void TakeQuantities(Round round, QuantitiesForm form) => round.ReplaceItems([.. form.Changing(InOrder(round))]);

    private static IEnumerable<RoundItem> InOrder(Round round) => round.Items.OrderBy(item => item.Number, StringComparer.Ordinal);

    private Task<IActionResult> Change(string number, int no, string said, Action<Round> change) => Done(revise.Change(number, no, change), number, no, said);

    private async Task<IActionResult> Done(Task<bool> change, string number, int no, string said, string then = nameof(Items), string? item = null)
    {
        if (!await change)
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(then, then == nameof(Item) ? new { number, no, item } : new { number, no });
    }
}
