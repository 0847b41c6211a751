using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 2: who the company is. What was typed is saved also when something in it is wrong; only going on has to wait.</summary>
[Route("registration/details"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class DetailsController(OwnRegistration own) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Details() =>
        await own.Read() is { } registration ? View(DetailsPage.Of(registration)) : RedirectToAction("Start", "Start");

    [HttpPost, ShowAgain(nameof(Details))]
    public async Task<IActionResult> SaveDetails(DetailsForm form)
    {
        if (!own.IsThere)
        {
            return RedirectToAction("Start", "Start");
        }

        var saved = await own.Save(RegistrationParts.Details, form.Revision, content => content with { Details = form.Details(content.Details.Country) },
            registration => registration.FillDetails(form.Details(registration.Country), HttpContext.Instant()));
        if (form.GoesBack)
        {
            return RedirectToAction("Country", "Start");
        }

        ModelState.Remove(nameof(StepForm.Revision));
        RuleViolation.ThrowIfAny(DetailsChecks.WhatIsWrong(saved.Content.Details));
        // Before the address is confirmed nobody is told who is registered.
        RuleViolation.ThrowIfAny(saved.IsAddressConfirmed && await own.IsSupplierAlready(saved)
            ? [new(RegistrationRules.AlreadyRegistered, nameof(CompanyDetails.TaxNumber))] : []);
        return saved.State is RegistrationState.Draft ? RedirectToAction("People", "People") : RedirectToAction("Summary", "Summary");
    }
}
