using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Changes;

/// <summary>What the company is approved for. Further categories are a request; what is not supplied any more goes at once.</summary>
[Route("company/categories"), Authorize(Roles = Roles.Supplier)]
public sealed class SuppliedController(PortalDbContext db, CurrentScope scope, AskChange ask, GiveUpCategory giveUp, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Supplied() => View(await SuppliedPage.Read(db, scope.Is));

    /// <param name="q">What is looked for in the classifier.</param>
    /// <param name="categories">What was ticked before the search.</param>
    [HttpGet("add"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Further(string? q, List<long> categories) => View(await FurtherPage.Read(db, scope.Is, q, categories));

    [HttpPost("add"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(Further))]
    public async Task<IActionResult> AskFurther(FurtherForm form)
    {
        if (form.Do is "search")
        {
            return View(nameof(Further), await FurtherPage.Read(db, scope.Is, form.Q, form.Categories));
        }

        var all = await db.Categories.AsNoTracking().OrderBy(category => category.Path).ToListAsync();
        var chosen = new ProductsForm { Categories = form.Categories }.Chosen(all);
        RuleViolation.ThrowIfAny(form.Categories.Except(all.Offered([]).Select(category => category.Id)).Any() ? [new(RegistrationRules.NoSuchCategory, nameof(form.Categories))] : []);
        return this.Asked(texts, await ask.Ask(DataKind.Categories, form, _ => new ChangeContent { Categories = chosen }, HttpContext.Instant()));
    }

    [HttpGet("{code}/removal"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> AskGiveUp(string code) =>
        (await SuppliedPage.Read(db, scope.Is)).Categories.FirstOrDefault(category => category.Code == code) is { } category ? View(category) : NotFound();

    [HttpPost("{code}/removal"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(AskGiveUp))]
    public async Task<IActionResult> GiveUp(string code)
    {
        await giveUp.GiveUp(code);
        this.Say(texts["The category is removed."], texts["New invitations for it don’t come any more; running events are finished."]);
        return RedirectToAction(nameof(Supplied));
    }
}

/// <summary>The company doesn't supply it any more.</summary>
public sealed class GiveUpCategory(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<Supplier> GiveUp(string code) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var supplier = await db.Suppliers.Include(s => s.Categories).AsSingleQuery().SingleAsync(s => s.Id == company);
        supplier.GiveUp(await db.Categories.Where(category => category.Code == code).Select(category => category.Id).SingleOrDefaultAsync());
        return supplier;
    });
}

public sealed class FurtherForm : ChangeForm
{
    public List<long> Categories { get; init; } = [];

    public string? Q { get; init; }

    /// <summary><c>search</c>, or nothing: it is sent.</summary>
    public string? Do { get; init; }
}

/// <summary>What the company is approved for.</summary>
public sealed record SuppliedPage(string Name, IReadOnlyList<SuppliedPage.Approved> Categories, (string Code, DateTime Since)? Pending, bool IsMaster)
{
    public static async Task<SuppliedPage> Read(PortalDbContext db, Scope scope)
    {
        var company = scope.SupplierId!.Value;
        var name = await db.Suppliers.AsNoTracking().Where(s => s.Id == company).Select(s => s.Name).SingleAsync();
        var categories = await db.Set<SupplierCategory>().AsNoTracking().Where(c => c.SupplierId == company)
            .Join(db.Categories, c => c.CategoryId, c => c.Id, (approved, category) => new { category.Path, category.Code, category.Name, category.NameEn, approved.ApprovedAt }).OrderBy(c => c.Path).ToListAsync();
        return new SuppliedPage(name, [.. categories.Select(c => new Approved(c.Code, Language.IsRussian ? c.Name : c.NameEn, c.ApprovedAt))], await AskingPage.PendingOf(db, company, DataKind.Categories), scope.IsMasterUser);
    }

    /// <param name="Code">Of the classifier.</param>
    /// <param name="Name">In the reader's language.</param>
    /// <param name="ApprovedAt">In UTC.</param>
    public sealed record Approved(string Code, string Name, DateTime ApprovedAt);
}

/// <summary>Further categories, to be chosen of the classifier. Its fields are named like those of <see cref="FurtherForm"/>.</summary>
public sealed class FurtherPage : AskingPage
{
    public required string? Q { get; init; }

    public required IReadOnlyList<ProductsPage.Node> Roots { get; init; }

    /// <summary>What was ticked and is not on the page just now: it goes along.</summary>
    public required IReadOnlyList<Category> Elsewhere { get; init; }

    public required int Found { get; init; }

    public required int Count { get; init; }

    public static async Task<FurtherPage> Read(PortalDbContext db, Scope scope, string? q, IReadOnlyCollection<long> ticked)
    {
        var company = scope.SupplierId!.Value;
        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.Categories).AsSingleQuery().SingleAsync(s => s.Id == company);
        Category[] all = [.. (await db.Categories.AsNoTracking().OrderBy(category => category.Path).ToListAsync()).Offered([])];
        // What is approved covers all below it: neither is offered again.
        Category[] approved = [.. all.Where(category => supplier.Categories.Any(one => one.CategoryId == category.Id))];
        Category[] offered = [.. all.Where(category => !approved.Any(one => one.Covers(category)))];
        var tree = ProductsPage.Tree(offered, q, null, ticked);
        var shown = tree.Roots.SelectMany(root => root.Shown).Select(node => node.Category.Id).ToHashSet();
        return new FurtherPage
        {
            Revision = supplier.Revision,
            Pending = await PendingOf(db, company, DataKind.Categories),
            Q = q,
            Roots = tree.Roots,
            Elsewhere = [.. offered.Where(category => ticked.Contains(category.Id) && !shown.Contains(category.Id))],
            Found = tree.Found,
            Count = offered.Length,
        };
    }
}
