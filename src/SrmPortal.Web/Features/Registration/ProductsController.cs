using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 4: what the company will supply.</summary>
[Route("registration/products"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class ProductsController(OwnRegistration own, PortalDbContext db) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Products(string? q = null, long? open = null) => await own.Read() is { } registration
        ? View(ProductsPage.Of(registration, (await db.Categories.AsNoTracking().OrderBy(category => category.Path).ToListAsync()).Offered(registration.Content.Categories), q, open, Typed()))
        : this.ToStart();

    /// <summary>For the page's script, which searches as one types.</summary>
    [HttpGet("found")]
    public async Task<IActionResult> Found(string? q = null) =>
        Json(FoundCategories.Of(await db.Categories.AsNoTracking().Where(category => !category.IsRetired).OrderBy(category => category.Path).ToListAsync(), q ?? ""));

    /// <summary>Its buttons besides saving: <c>search</c>, <c>open:12</c>, <c>remove:12</c>, <c>clear</c>.</summary>
    [HttpPost, ShowAgain(nameof(Products))]
    public async Task<IActionResult> SaveProducts(ProductsForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        var all = await db.Categories.AsNoTracking().ToListAsync();
        var chosen = form.Chosen(all);
        var offered = all.Offered((await own.Read())?.Content.Categories ?? []).Select(category => category.Id);
        RuleViolation.ThrowIfAny(form.Categories.Except(offered).Any() ? [new(RegistrationRules.NoSuchCategory, nameof(form.Categories))] : []);
        var saved = await own.Save(RegistrationParts.Categories, form, content => content with { Categories = chosen },
            (registration, content) => registration.FillCategories(content.Categories, HttpContext.Instant()),
            (_, keys) => Names(all, keys));
        if (own.HasTakenTheirs)
        {
            ModelState.Clear();
        }

        if (form.LeavesFor(RegistrationStep.Products) is { } elsewhere)
        {
            return this.To(elsewhere);
        }

        if (form.Do is { Length: > 0 })
        {
            return RedirectToAction(nameof(Products), null, new { form.Q, open = form.Opened }, form.Opened is { } opened ? $"c{opened}" : null);
        }

        ModelState.Remove(nameof(StepForm.Revision));
        RuleViolation.ThrowIfAny(CategoryChecks.WhatIsWrong(saved.Content));
        return this.After(RegistrationStep.Products, saved);
    }

    /// <summary>What was ticked in the form that is shown again; null: the page is shown the first time.</summary>
    private IReadOnlyCollection<long>? Typed() => ModelState.IsValid ? null
        : [.. (ModelState[nameof(ProductsForm.Categories)]?.RawValue switch { string[] several => several, string one => [one], _ => [] })
            .Select(key => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];

    private static string Names(List<Category> all, string keys) => string.Join(", ", keys.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(key => all.FirstOrDefault(category => category.Id.ToString(CultureInfo.InvariantCulture) == key)?.Code));
}
