using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Categories;

/// <summary>The purchasing classifier: looked through, searched, kept node by node or by a sheet.</summary>
[Route("administration/categories"), Authorize(Roles = Roles.Administrator)]
public sealed class CategoriesController(PortalDbContext db, KeepCategories keep, ImportCategories import, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Categories(string? q = null) => View(await CategoriesPage.Read(db, q));

    [HttpGet("tree.xlsx")]
    public async Task<IActionResult> Sheet() => File(CategorySheet.Write(await db.Categories.AsNoTracking().OrderBy(c => c.Path).ToListAsync()),
        SpreadsheetWriter.ContentType, $"{(Language.IsRussian ? CategorySheet.NameRu : CategorySheet.NameEn)}.xlsx");

    [HttpGet("import")]
    public IActionResult Import() => View(new CategoriesForm());

    [HttpPost("import"), TakesFiles, ShowAgain(nameof(Import))]
    public async Task<IActionResult> Upload(CategoriesForm form)
    {
        RuleViolation.ThrowIfAny(form.File is null ? [new BrokenRule(ImportRules.NoFile, nameof(form.File))] : []);
        var file = UploadedFile.Of(form.File!);
        file.RefuseUnlessSpreadsheet(ImportRules.NotASpreadsheet);
        await using var content = file.OpenReadStream();
        return RedirectToAction(nameof(Preview), new { token = await import.Keep(content, FileNames.Clean(file.FileName, FileKind.Xlsx), HttpContext.RequestAborted) });
    }

    [HttpGet("import/preview")]
    public async Task<IActionResult> Preview(string? token = null) =>
        await import.Preview(token ?? "") is var (name, plan) ? View(new CategoryPreviewPage(name, plan, token!)) : RedirectToAction(nameof(Import));

    [HttpPost("import/preview"), ShowAgain(nameof(Preview))]
    public async Task<IActionResult> TakeOver(string? token)
    {
        await import.TakeOver(token ?? "");
        this.Say(texts["The classifier is taken over."], texts["It is offered so from now on; what was chosen stays."]);
        return RedirectToAction(nameof(Categories));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? under = null) =>
        under is null ? View("New", new NewCategoryPage(null)) : await CategoryPage.Read(db, under) is { } above ? View("New", new NewCategoryPage(above)) : NotFound();

    [HttpPost("new"), ShowAgain(nameof(New))]
    public async Task<IActionResult> Add(string? under, CategoryForm form)
    {
        var added = await keep.Add(under, form);
        this.Say(texts["The category is added."], texts["It is offered from now on."]);
        return RedirectToAction(nameof(Category), new { code = added.Code });
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Category(string code) => await CategoryPage.Read(db, code) is { } page ? View(page) : NotFound();

    [HttpPost("{code}"), ShowAgain(nameof(Category))]
    public async Task<IActionResult> Save(string code, CategoryForm form) => Kept(code, await keep.Change(code, form), texts["Saved."]);

    [HttpPost("{code}/withdrawal"), ShowAgain(nameof(Category))]
    public async Task<IActionResult> Withdraw(string code) => await keep.Withdraw(code) is { } count
        ? Kept(code, true, Plural.Of(count, texts["{0} category is withdrawn.|{0} categories are withdrawn."]), texts["Where it was chosen it stays."]) : NotFound();

    [HttpPost("{code}/return"), ShowAgain(nameof(Category))]
    public async Task<IActionResult> Restore(string code) => Kept(code, await keep.Restore(code), texts["The category is offered again."]);

    private IActionResult Kept(string code, bool isThere, string said, string? more = null)
    {
        if (!isThere)
        {
            return NotFound();
        }

        this.Say(said, more);
        return RedirectToAction(nameof(Category), new { code });
    }
}

public sealed class CategoriesForm
{
    public IFormFile? File { get; init; }

    public sealed class Validator : AbstractValidator<CategoriesForm>;
}

/// <summary>One category, as the administrator fills it in.</summary>
public sealed class CategoryForm
{
    /// <summary>That it was filled from.</summary>
    public int Revision { get; init; }

    /// <summary>Of a new one.</summary>
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public bool NeedsCommission { get; init; }
}
