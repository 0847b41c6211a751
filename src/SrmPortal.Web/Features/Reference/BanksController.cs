using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Reference;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Reference;

/// <summary>The directory of banks: what is in force, a newer one, what it would change, and its taking over.</summary>
[Route("administration/banks"), Authorize(Roles = Roles.Administrator)]
public sealed class BanksController(PortalDbContext db, CurrentScope scope, ImportBanks import, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Banks() => View(new BanksPage(
        await db.Banks.CountAsync(), await db.BankDirectoryImports.AsNoTracking().OrderByDescending(one => one.Id).Take(10).ToListAsync()));

    [HttpPost, TakesFiles, ShowAgain(nameof(Banks))]
    public async Task<IActionResult> Upload(BanksForm form)
    {
        RuleViolation.ThrowIfAny(form.File is null ? [new BrokenRule(BankDirectoryRules.NoFile, nameof(form.File))] : []);
        var file = UploadedFile.Of(form.File!);
        // XML is no document that people attach, so that its kind says nothing here; its size does.
        RuleViolation.ThrowIfAny(file.Length == 0 ? [file.Refusal ?? new BrokenRule(BankDirectoryRules.NotADirectory, nameof(form.File))] : []);
        await using var content = file.OpenReadStream();
        return RedirectToAction(nameof(Preview), new { token = await import.Keep(content, HttpContext.RequestAborted) });
    }

    [HttpGet("preview")]
    public async Task<IActionResult> Preview(string? token) =>
        await import.Preview(token ?? "") is { } preview ? View(new BankPreviewPage(preview, token!)) : RedirectToAction(nameof(Banks));

    [HttpPost("preview"), ShowAgain(nameof(Preview))]
    public async Task<IActionResult> Replace(string? token)
    {
        await import.Replace(token ?? "", scope.Is.PersonId!.Value, HttpContext.Instant());
        this.Say(texts["The directory of banks is in force."], texts["A BIK fills in name, city and account from now on."]);
        return RedirectToAction(nameof(Banks));
    }
}

public sealed class BanksForm
{
    public IFormFile? File { get; init; }

    public sealed class Validator : AbstractValidator<BanksForm>;
}

/// <param name="Count">Banks in force.</param>
/// <param name="Imports">The newest first.</param>
public sealed record BanksPage(int Count, IReadOnlyList<BankDirectoryImport> Imports)
{
    public IFormFile? File => null;
}

public sealed record BankPreviewPage(BankPreview Preview, string Token);
