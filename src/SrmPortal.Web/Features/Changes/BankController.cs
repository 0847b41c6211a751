using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Changes;

/// <summary>The company's accounts: one is the main one. Each change of them is a request that two reviewers look at.</summary>
[Route("company/bank"), Authorize(Roles = Roles.Supplier)]
public sealed class BankController(PortalDbContext db, CurrentScope scope, AskChange ask, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Bank() => View(await BankPage.Read(db, scope.Is, null, null));

    [HttpGet("add"), Authorize(Roles = Roles.MasterUser)]
    public Task<IActionResult> Add() => Form(null);

    [HttpPost("add"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(Add))]
    public async Task<IActionResult> AskAdd(BankForm form)
    {
        var bank = await db.BankOf(form.BankCode);
        return await Ask(form, supplier =>
        {
            var account = form.Account(supplier.Company, bank);
            return form.IsMain ? [account, .. supplier.BankAccounts] : [.. supplier.BankAccounts, account];
        });
    }

    /// <summary>The first is number 1: it is the main account.</summary>
    [HttpGet("{no:int}"), Authorize(Roles = Roles.MasterUser)]
    public Task<IActionResult> Change(int no) => Form(no);

    [HttpPost("{no:int}"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(Change))]
    public async Task<IActionResult> AskChange(int no, BankForm form)
    {
        var bank = await db.BankOf(form.BankCode);
        return await Ask(form, supplier => [.. supplier.BankAccounts.Select((one, i) => i == no - 1 ? form.Account(supplier.Company, bank) : one)]);
    }

    /// <summary>Asks once before another account becomes the main one, or one goes.</summary>
    [HttpGet("{no:int}/{what:regex(^(main|removal)$)}"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Move(int no, string what)
    {
        var page = await BankPage.Read(db, scope.Is, no, what);
        return no > 1 && page.Chosen is not null ? View(page) : NotFound();
    }

    [HttpPost("{no:int}/main"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(Move))]
    public Task<IActionResult> AskMain(int no, ChangeForm form) =>
        Ask(form, supplier => [.. supplier.BankAccounts.Skip(no - 1).Take(1), .. supplier.BankAccounts.Where((_, i) => i != no - 1)]);

    [HttpPost("{no:int}/removal"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(Move))]
    public Task<IActionResult> AskRemoval(int no, ChangeForm form) => Ask(form, supplier => [.. supplier.BankAccounts.Where((_, i) => i != no - 1)]);

    private async Task<IActionResult> Ask(ChangeForm form, Func<Supplier, IReadOnlyList<BankDetails>> after) =>
        this.Asked(texts, await ask.Ask(DataKind.Bank, form, supplier => new ChangeContent { Banks = after(supplier) }, HttpContext.Instant()));

    private async Task<IActionResult> Form(int? no)
    {
        var page = await BankPage.Read(db, scope.Is, no, null);
        return no is null || page.Chosen is not null
            ? View("Form", await page.LookUp(db, ModelState[nameof(BankForm.BankCode)]?.AttemptedValue)) : NotFound();
    }
}
