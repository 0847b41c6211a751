using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Company;

/// <summary>Who signs for the company, on what basis and with which document: all its people see it, a master user keeps it.</summary>
[Route("company/signatories"), Authorize(Roles = Roles.Supplier)]
public sealed class SignatoriesController(PortalDbContext db, CurrentScope scope, KeepSignatories keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Signatories() => View(await SignatoriesPage.Read(db, scope.Is, HttpContext.Instant()));

    [HttpGet("add"), Authorize(Roles = Roles.MasterUser)]
    public IActionResult AddSignatory() => View("Signatory", new SignatoryPage());

    [HttpPost("add"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(AddSignatory))]
    public async Task<IActionResult> NameSignatory(SignatoryForm form)
    {
        await keep.Name(form, HttpContext.Instant());
        this.Say(texts["The signatory is named."], texts["Who has no access gets a mail about what the portal knows."]);
        return RedirectToAction(nameof(Signatories));
    }

    [HttpGet("{code:length(10)}"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Signatory(string code) => await One(code) is { } page ? View(page) : NotFound();

    [HttpPost("{code:length(10)}"), Authorize(Roles = Roles.MasterUser), TakesFiles, ShowAgain(nameof(Signatory))]
    public async Task<IActionResult> SaveSignatory(string code, SignatoryForm form)
    {
        await keep.Change(code, form, HttpContext.Instant());
        this.Say(texts["Saved."]);
        return RedirectToAction(nameof(Signatories));
    }

    [HttpGet("{code:length(10)}/removal"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> AskDismiss(string code) => await One(code) is { } page ? View(page) : NotFound();

    [HttpPost("{code:length(10)}/removal"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(AskDismiss))]
    public async Task<IActionResult> Dismiss(string code)
    {
        await keep.Dismiss(code);
        this.Say(texts["This person signs no more."]);
        return RedirectToAction(nameof(Signatories));
    }

    private async Task<SignatoryPage?> One(string code) =>
        await db.Signatories.AsNoTracking().SingleOrDefaultAsync(one => one.SupplierId == scope.Is.SupplierId && one.Code == code) is { } signatory ? SignatoryPage.Of(signatory) : null;
}

/// <summary>Somebody who signs.</summary>
public sealed class SignatoryForm
{
    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public SigningBasis Basis { get; init; }

    public string? BasisNumber { get; init; }

    public DateOnly? BasisDate { get; init; }

    public DateOnly? BasisUntil { get; init; }

    /// <summary>The power of attorney.</summary>
    public IFormFile? Paper { get; init; }

    public sealed class Validator : AbstractValidator<SignatoryForm>
    {
        public Validator()
        {
            RuleFor(form => form.FullName).MaximumLength(200);
            RuleFor(form => form.Position).MaximumLength(200);
            RuleFor(form => form.Phone).MaximumLength(50);
            RuleFor(form => form.Email).MaximumLength(ContactWays.LongestEmail);
            RuleFor(form => form.BasisNumber).MaximumLength(100);
        }
    }
}
