using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>The lines as the amendment leaves them; a removed one can be put back until it is published.</summary>
[Route("events/{number}/{no:int}/amendment/items"), Authorize(Roles = Roles.Buyer)]
public sealed class AmendItemsController(PortalDbContext db, AmendRound amend, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    private const string Line = "{item:regex(^[[0-9]]{{4}}$|^new$)}";

    [HttpGet]
    public async Task<IActionResult> Items(string number, int no) => await Draft(number, no) is { } draft ? View(AmendItemsPage.Of(draft)) : NotFound();

    [HttpPost, ShowAgain(nameof(Items))]
    public Task<IActionResult> SaveQuantities(string number, int no, QuantitiesForm form) => Change(number, no, texts["The quantities are saved in the amendment."], (_, content) =>
        [.. StaleForm.Merge(form, QuantitiesForm.Of(content.Items)).Form.Changing(content.Items)]);

    [HttpGet(Line)]
    public async Task<IActionResult> Item(string number, int no, string item) =>
        await Draft(number, no) is { } draft && await AmendItemPage.Of(db, draft, item) is { } page ? View(page) : NotFound();

    [HttpPost(Line), ShowAgain(nameof(Item))]
    public Task<IActionResult> SaveItem(string number, int no, string item, ItemForm form) => Change(number, no, texts["The item is saved in the amendment."], (amendment, content) =>
    {
        if (item == ItemPage.New)
        {
            return amendment.WithMore([form.Item("")]);
        }

        var there = content.Items.SingleOrDefault(one => one.Number == item);
        RuleViolation.ThrowIf(there is null, RoundRules.NoSuchLine, item);
        var both = StaleForm.Merge(form, ItemPage.Of(there!)).Form;
        return [.. content.Items.Select(one => one == there ? both.Item(item) : one)];
    });

    [HttpPost("{item:regex(^[[0-9]]{{4}}$)}/remove"), ShowAgain(nameof(Item))]
    public Task<IActionResult> Remove(string number, int no, string item) => Change(number, no, texts["Item {0} will be removed by the amendment.", item], (_, content) =>
        [.. content.Items.Where(one => one.Number != item)]);

    [HttpPost("{item:regex(^[[0-9]]{{4}}$)}/restore"), ShowAgain(nameof(Items))]
    public Task<IActionResult> Restore(string number, int no, string item) => Change(number, no, texts["Item {0} is as it was published.", item], (amendment, content) =>
        [.. content.Items.Where(one => one.Number != item).Concat(amendment.Was.Items.Where(one => one.Number == item)).OrderBy(one => one.Number, StringComparer.Ordinal)]);

    private Task<AmendmentDraft?> Draft(string number, int no) => AmendmentDraft.Read(db, policy, number, no, AmendmentTab.Items, HttpContext);

    private async Task<IActionResult> Change(string number, int no, string said, Func<Amendment, RoundContent, IReadOnlyList<RoundItem>> change)
    {
        if (await db.RoundAt(number, no) is not { } round || !await amend.Revise(round, HttpContext.Instant(), amendment =>
            amendment.Becomes with { Items = change(amendment, amendment.Becomes) }))
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(nameof(Items), new { number, no });
    }
}

public sealed class AmendItemsPage : QuantitiesForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public RoundContent Content => Draft.Amendment.Becomes;

    public IEnumerable<ContentChange> Removed => Draft.Comparison.Of(ContentPart.Items).Where(change => change.Kind is ChangeKind.Removed);

    /// <summary>What is wrong with a line.</summary>
    public ILookup<string, BrokenRule> Faults => field ??= Draft.Amendment.WhatBlocks(Draft.Facts)
        .Where(rule => rule.Field?.StartsWith("Items[", StringComparison.Ordinal) is true).ToLookup(rule => rule.Field!.Split('[', ']')[1]);

    public static AmendItemsPage Of(AmendmentDraft draft)
    {
        var now = Of(draft.Amendment.Becomes.Items);
        return new AmendItemsPage { Draft = draft, Items = now.Items, BasedOn = StaleForm.Mark(now) };
    }
}

public sealed class AmendItemPage(ItemForm now) : ItemForm(now), IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public required string Line { get; init; }

    public required ItemChoices Choices { get; init; }

    public bool IsNew => Line == ItemPage.New;

    public bool IsChanged => Draft.Of(ContentPart.Items, Line) is { Kind: ChangeKind.Changed };

    public static async Task<AmendItemPage?> Of(PortalDbContext db, AmendmentDraft draft, string line)
    {
        var item = draft.Amendment.Becomes.Items.SingleOrDefault(one => one.Number == line);
        if (item is null && line != ItemPage.New)
        {
            return null;
        }

        var now = item is null ? new ItemForm { DeliveryPlace = EventWords.Say(draft.Frame.Card.Site.CityEn, draft.Frame.Card.Site.City) } : ItemPage.Of(item);
        return new AmendItemPage(now)
        {
            Draft = draft,
            Line = line,
            Choices = await ItemChoices.Of(db, draft.Amendment.Round, draft.Amendment.Becomes.ComparisonCurrency),
        };
    }
}
