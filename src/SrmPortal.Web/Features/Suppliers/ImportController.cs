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

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Suppliers from a spreadsheet: file, preview, confirmation, and then the mails.</summary>
[Route("suppliers/import"), Authorize(Roles = $"{Roles.Administrator},{Roles.HeadOfDesk}")]
public sealed class ImportController(PortalDbContext db, CurrentScope scope, ImportSuppliers import, WriteToImported write, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Import() =>
        View(await db.SupplierImports.AsNoTracking().OrderByDescending(i => i.Id).Take(10)
            .Select(i => new EarlierImport(i.Token, i.FileName, i.At, i.State, i.RowCount)).ToListAsync());

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Template() => File(
        ImportTemplate.Write(await db.Categories.AsNoTracking().Where(c => !c.IsRetired).OrderBy(c => c.Path).ToListAsync()), SpreadsheetWriter.ContentType,
        Language.IsRussian ? "Поставщики.xlsx" : "Suppliers.xlsx");

    [HttpPost, TakesFiles, ShowAgain(nameof(Import))]
    public async Task<IActionResult> Upload(ImportForm form)
    {
        RuleViolation.ThrowIfAny(form.File is null ? [new BrokenRule(ImportRules.NoFile, ImportForm.FileField)] : []);
        var file = UploadedFile.Of(form.File!);
        file.RefuseUnlessSpreadsheet(ImportRules.NotASpreadsheet);
        await using var content = file.OpenReadStream();
        var token = await import.Preview(content, FileNames.Clean(file.FileName, FileKind.Xlsx), scope.Is.PersonId!.Value, HttpContext.Instant());
        return RedirectToAction(nameof(Preview), new { token });
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Preview(string token, ImportRowState? state = null, int page = 1) =>
        await ImportPage.Read(db, token, state, Math.Clamp(page, 1, ImportSuppliers.MostCompanies)) is { } shown
            ? View(shown.Import.State switch { ImportState.Previewed => "Preview", ImportState.Running => "Running", _ => "Done" }, shown) : NotFound();

    [HttpPost("{token}/confirmation"), ShowAgain(nameof(Preview))]
    public async Task<IActionResult> Confirm(string token, bool putZerosBack)
    {
        if (!await import.Confirm(token, putZerosBack, HttpContext.Instant()))
        {
            return NotFound();
        }

        if (await db.SupplierImports.AnyAsync(i => i.Token == token && i.State == ImportState.Done))
        {
            this.Say(texts["The suppliers are in the portal."], texts["Nobody has been written to yet: send the mails when you are ready."]);
        }

        return RedirectToAction(nameof(Preview), new { token });
    }

    [HttpPost("{token}/mails"), ShowAgain(nameof(Preview))]
    public async Task<IActionResult> Send(string token, string? supplier)
    {
        if (await write.Send(token, supplier, HttpContext.Instant()) is not { } sent)
        {
            return NotFound();
        }

        this.Say(Plural.Of(sent, texts["{0} person gets a mail with user name and activation link.|{0} people get a mail with user name and activation link."]));
        return RedirectToAction(nameof(Preview), new { token });
    }
}

/// <summary>A file that was put in before.</summary>
public sealed record EarlierImport(string Token, string FileName, DateTime At, ImportState State, int Rows);
