using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Company;

/// <summary>The company's documents and certificates, with their validity: all its people see them, a master user keeps them.</summary>
[Route("company/documents"), Authorize(Roles = Roles.Supplier)]
public sealed class PapersController(PortalDbContext db, CurrentScope scope, KeepPapers keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Papers() => View(await PapersPage.Read(db, scope.Is, HttpContext.Instant()));

    [HttpGet("add"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> AddPaper(string? kind) => View("Paper", (await PapersPage.Read(db, scope.Is, HttpContext.Instant())).Form(null, kind));

    [HttpPost("add"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(AddPaper))]
    public async Task<IActionResult> KeepPaper(PaperForm form)
    {
        await keep.Add(form, null, HttpContext.Instant());
        this.Say(texts["The document is kept."], texts["The desk and the buyers see it at once."]);
        return RedirectToAction(nameof(Papers));
    }

    /// <summary>A newer one in its place.</summary>
    [HttpGet("{code:length(10)}"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> ReplacePaper(string code) =>
        await PapersPage.Read(db, scope.Is, HttpContext.Instant()) is var page && page.Find(code) is { } row ? View("Paper", page.Form(row, row.Document.Kind)) : NotFound();

    [HttpPost("{code:length(10)}"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(ReplacePaper))]
    public async Task<IActionResult> KeepNewer(string code, PaperForm form)
    {
        await keep.Add(form, code, HttpContext.Instant());
        this.Say(texts["The newer document takes its place."], texts["The desk and the buyers see it at once."]);
        return RedirectToAction(nameof(Papers));
    }

    [HttpGet("{code:length(10)}/removal"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> AskRemovePaper(string code) =>
        await PapersPage.Read(db, scope.Is, HttpContext.Instant()) is var page && page.Find(code) is { } row ? View(row) : NotFound();

    [HttpPost("{code:length(10)}/removal"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(AskRemovePaper))]
    public async Task<IActionResult> RemovePaper(string code)
    {
        await keep.Remove(code);
        this.Say(texts["The document is removed."]);
        return RedirectToAction(nameof(Papers));
    }
}

/// <summary>A document or certificate.</summary>
public sealed class PaperForm
{
    public const int MostFiles = 10;

    /// <summary>A code of the list of documents.</summary>
    public string? Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    public sealed class Validator : AbstractValidator<PaperForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).MaximumLength(32);
            RuleFor(form => form.Number).MaximumLength(SupplierDocument.LongestNumber);
        }
    }
}
