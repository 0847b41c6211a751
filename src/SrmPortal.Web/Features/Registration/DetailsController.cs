using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 2: who the company is. What was typed is saved also when something in it is wrong; only going on has to wait.</summary>
[Route("registration/details"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class DetailsController(OwnRegistration own, PortalDbContext db, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Details() =>
        await own.Read() is { } registration
            ? View(DetailsPage.Of(registration, await db.BankOf(ModelState[nameof(DetailsForm.BankCode)]?.AttemptedValue ?? registration.Content.Details.BankCode) is not null))
            : this.ToStart();

    /// <summary>For the page's script: name, city and account of a bank that the directory has, or nothing.</summary>
    [HttpGet("bank/{bik:length(9)}")]
    public async Task<IActionResult> BankOf(string bik) =>
        await db.BankOf(bik) is { } bank ? Json(new { name = bank.Name, city = bank.City, account = bank.CorrespondentAccount }) : NoContent();

    [HttpPost, ShowAgain(nameof(Details))]
    public async Task<IActionResult> SaveDetails(DetailsForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        var bank = await db.BankOf(form.BankCode);
        var saved = await own.Save(RegistrationParts.Details, form, content => content with { Details = form.Details(content.Details.Country, bank), Addresses = form.Choice() },
            (registration, content) => registration.FillDetails(content.Details, content.Addresses, HttpContext.Instant()),
            (difference, value) => difference.Field switch
            {
                nameof(CompanyDetails.LegalForm) => texts.LegalForm(value),
                nameof(CompanyDetails.IsBranch) => value.Length > 0 ? texts["yes"] : texts["no"],
                _ => value,
            });
        ShowWhatIsStored(saved, bank);
        if (form.LeavesFor(RegistrationStep.Details) is { } elsewhere)
        {
            return this.To(elsewhere);
        }

        ModelState.Remove(nameof(StepForm.Revision));
        RuleViolation.ThrowIfAny(DetailsChecks.WhatIsWrong(saved.Content.Details));
        // Before the address is confirmed nobody is told who is registered.
        RuleViolation.ThrowIfAny(saved.IsAddressConfirmed && await own.IsSupplierAlready(saved)
            ? [new(RegistrationRules.AlreadyRegistered, nameof(CompanyDetails.TaxNumber))] : []);
        return this.After(RegistrationStep.Details, saved);
    }

    /// <summary>Where it is not what was typed: the other tab's values that were chosen, and what the directory says of the bank.</summary>
    private void ShowWhatIsStored(SupplierRegistration saved, Bank? bank)
    {
        if (own.HasTakenTheirs)
        {
            ModelState.Clear();
        }
        else if (bank is not null && saved.Country == Countries.Russia)
        {
            ModelState.Remove(nameof(DetailsForm.BankName));
            ModelState.Remove(nameof(DetailsForm.BankCity));
            ModelState.Remove(nameof(DetailsForm.CorrespondentAccount));
        }
    }
}

internal static class DirectoryOfBanks
{
    /// <summary>The bank of this BIK, however it was typed; null: the directory doesn't have it.</summary>
    public static async Task<Bank?> BankOf(this PortalDbContext db, string? typed) => IdentifierText.Normalised(typed) is { Length: 9 } bik
        ? await db.Banks.AsNoTracking().SingleOrDefaultAsync(bank => bank.Bik == bik) : null;
}
