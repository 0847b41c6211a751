using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Suppliers as staff see them; the head of the desk suspends one and lifts that again.</summary>
[Route("suppliers"), Authorize(Roles = $"{Roles.Buyer},{Roles.Approver},{Roles.Reviewer},{Roles.HeadOfDesk},{Roles.Support},{Roles.Auditor},{Roles.Administrator}")]
public sealed class SuppliersController(PortalDbContext db, CurrentScope scope, IFileStore store, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(SupplierFilter filter) => View(await SupplierListPage.Read(db, filter, HttpContext.Instant()));

    [HttpGet("{number}")]
    public async Task<IActionResult> Profile(string number) =>
        await SupplierPage.Read(db, scope.Is, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    /// <summary>The same on one sheet, before printing.</summary>
    [HttpGet("{number}/print")]
    public async Task<IActionResult> Print(string number) =>
        await SupplierPage.Read(db, scope.Is, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpGet("{number}/suspension"), Authorize(Roles = Roles.HeadOfDesk)]
    public async Task<IActionResult> Suspension(string number) =>
        await SupplierPage.Read(db, scope.Is, number, HttpContext.Instant()) is { } page ? View(page) : NotFound();

    [HttpPost("{number}/suspension"), Authorize(Roles = Roles.HeadOfDesk), ShowAgain(nameof(Suspension))]
    public async Task<IActionResult> Suspend(string number, SuspendForm form)
    {
        var now = HttpContext.Instant();
        DateTime? until = form.Until is { } day ? (await db.WorkingDays()).EndOf(day) : null;
        if (!await Changed(number, supplier => supplier.Suspend(form.Reason ?? "", until, now)))
        {
            return NotFound();
        }

        this.Say(texts["The supplier is suspended."], texts["It is not invited any more and can neither save nor submit offers. Its people get a mail."]);
        return RedirectToAction(nameof(Profile), new { number });
    }

    [HttpPost("{number}/suspension/lifted"), Authorize(Roles = Roles.HeadOfDesk), ShowAgain(nameof(Suspension))]
    public async Task<IActionResult> Lift(string number)
    {
        if (!await Changed(number, supplier => supplier.LiftSuspension()))
        {
            return NotFound();
        }

        this.Say(texts["The suspension is lifted."], texts["The supplier’s people get a mail."]);
        return RedirectToAction(nameof(Profile), new { number });
    }

    /// <summary>A document of the supplier, for who may read it. Who took it, and when, is in the audit.</summary>
    [HttpGet("{number}/files/{token}")]
    public async Task<IActionResult> Document(string number, string token, bool shown)
    {
        var fileId = await db.Files.AsNoTracking().Where(f => f.Token == token && db.Suppliers.Any(s => s.Number == number && s.Id == f.SupplierId))
            .Select(f => (long?)f.Id).SingleOrDefaultAsync();
        if (fileId is null)
        {
            return NotFound();
        }

        db.Record(new DocumentDownloaded(number, fileId.Value));
        await db.SaveChangesAsync();
        return await this.StoredFile(db, store, token, shown);
    }

    private Task<bool> Changed(string number, Action<Supplier> change) => db.InTransaction(async () =>
    {
        if (await db.Suppliers.SingleOrDefaultAsync(s => s.Number == number) is not { } supplier)
        {
            return false;
        }

        change(supplier);
        return true;
    });
}

/// <summary>Why, and if it ends by itself, when.</summary>
public sealed class SuspendForm
{
    public string? Reason { get; init; }

    /// <summary>The last day, in Moscow.</summary>
    public DateOnly? Until { get; init; }
}
