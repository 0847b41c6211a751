using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>The checks that new cases get. Running cases keep their copies.</summary>
[Route("administration/checks"), Authorize(Roles = Roles.Administrator)]
public sealed class ChecksController(PortalDbContext db, KeepChecks keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Checks() => View(await ChecksPage.Read(db));

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Check", await CheckPage.Read(db, null));

    [HttpGet("{code}")]
    public async Task<IActionResult> Check(string code) => await CheckPage.Read(db, code) is { } page ? View(page) : NotFound();

    [HttpPost("new"), ShowAgain(nameof(New))]
    public Task<IActionResult> Add(CheckForm form) => Kept(keep.Check(null, form));

    [HttpPost("{code}"), ShowAgain(nameof(Check))]
    public Task<IActionResult> Change(string code, CheckForm form) => Kept(keep.Check(code, form));

    private async Task<IActionResult> Kept(Task<bool> deed)
    {
        if (!await deed)
        {
            return NotFound();
        }

        this.Say(texts["The check is saved."], texts["It counts for applications that are sent from now on."]);
        return RedirectToAction(nameof(Checks));
    }
}

/// <summary>One check, as the administrator fills it in.</summary>
public sealed class CheckForm
{
    /// <summary>Of the check that it was filled from.</summary>
    public string? Stamp { get; init; }

    /// <summary>Of a new check; later it can't be changed, as appointments and running cases name it.</summary>
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public string? Department { get; init; }

    public string? DepartmentEn { get; init; }

    public int? Order { get; init; }

    public int? NormDays { get; init; }

    public List<RegistrationParts> Parts { get; init; } = [];

    /// <summary>Codes by spaces or commas; empty: every country.</summary>
    public string? Countries { get; init; }

    /// <summary>Codes by spaces or commas; empty: whatever the company supplies.</summary>
    public string? Categories { get; init; }

    public bool IsCommission { get; init; }

    public bool HasMeeting { get; init; }

    public bool InRenewal { get; init; }

    public bool IsActive { get; init; }

    public sealed class Validator : AbstractValidator<CheckForm>
    {
        public Validator() => RuleFor(form => form.Categories).MaximumLength(CheckDefinition.LongestList);
    }
}
