using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>What checks look up in registers. Running cases keep their copies.</summary>
[Route("administration/stop-factors"), Authorize(Roles = Roles.Administrator)]
public sealed class StopFactorsController(PortalDbContext db, KeepChecks keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> StopFactors() => View(new StopFactorsPage(
        await db.StopFactors.AsNoTracking().OrderByDescending(f => f.IsActive).ThenBy(f => f.CheckCode).ThenBy(f => f.Order).ToListAsync(), await StopFactorPage.Checks(db)));

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("StopFactor", new StopFactorPage(null, await StopFactorPage.Checks(db)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> StopFactor(int id) =>
        await db.StopFactors.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is { } factor ? View(new StopFactorPage(factor, await StopFactorPage.Checks(db))) : NotFound();

    [HttpPost("new"), ShowAgain(nameof(New))]
    public Task<IActionResult> Add(StopFactorForm form) => Kept(keep.StopFactor(null, form));

    [HttpPost("{id:int}"), ShowAgain(nameof(StopFactor))]
    public Task<IActionResult> Change(int id, StopFactorForm form) => Kept(keep.StopFactor(id, form));

    private async Task<IActionResult> Kept(Task<bool> deed)
    {
        if (!await deed)
        {
            return NotFound();
        }

        this.Say(texts["The stop-factor is saved."], texts["It counts for applications that are sent from now on."]);
        return RedirectToAction(nameof(StopFactors));
    }
}

/// <summary>One stop-factor, as the administrator fills it in.</summary>
public sealed class StopFactorForm
{
    /// <summary>Of the stop-factor that it was filled from.</summary>
    public string? Stamp { get; init; }

    public string? CheckCode { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public int? Order { get; init; }

    /// <summary>Codes by spaces or commas; empty: every country.</summary>
    public string? Countries { get; init; }

    public string? Link { get; init; }

    public bool IsActive { get; init; }
}

/// <param name="Factors">The whole list.</param>
/// <param name="Checks">Names by code.</param>
public sealed record StopFactorsPage(IReadOnlyList<StopFactor> Factors, IReadOnlyDictionary<string, string> Checks);

/// <param name="Factor">Null: a new one.</param>
/// <param name="Names">Of the checks, by code.</param>
public sealed record StopFactorPage(StopFactor? Factor, IReadOnlyDictionary<string, string> Names)
{
    // The fields of the form, by their names.
    public string? Stamp => Factor is null ? null : KeepChecks.StampOf(Factor);

    public string? CheckCode => Factor?.CheckCode;

    public string? Name => Factor?.Name;

    public string? NameEn => Factor?.NameEn;

    public int? Order => Factor?.Order;

    public string? Countries => Factor is null or { Countries: CheckDefinition.Any } ? "" : Factor.Countries;

    public string? Link => Factor?.Link;

    public bool IsActive => Factor?.IsActive ?? true;

    public static async Task<IReadOnlyDictionary<string, string>> Checks(PortalDbContext db) =>
        (await db.CheckDefinitions.AsNoTracking().OrderBy(d => d.Order).ToListAsync()).ToDictionary(d => d.Code, d => d.Title);
}
