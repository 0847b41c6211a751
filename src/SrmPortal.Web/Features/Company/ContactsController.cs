using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>Where one writes, drives, calls, and what is supplied where: a master user changes it at once.</summary>
[Route("company/contacts"), Authorize(Roles = Roles.MasterUser)]
public sealed class ContactsController(PortalDbContext db, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Contacts() => View(ContactsPage.Of(await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == scope.Is.SupplierId)));

    [HttpPost, ShowAgain(nameof(Contacts))]
    public async Task<IActionResult> SaveContacts(ContactsForm form)
    {
        await db.InTransaction(async () =>
        {
            var company = await db.LockAsMaster(scope.Is);
            var supplier = await db.Suppliers.SingleAsync(s => s.Id == company);
            RuleViolation.ThrowIfAny(form.Revision == supplier.Revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(form.Revision), supplier.Revision)]);
            supplier.ChangeContacts(form.In(supplier.Company), [.. form.Regions.Distinct()]);
            return supplier;
        });
        this.Say(texts["Saved."]);
        return RedirectToAction(nameof(CompanyController.Company), "Company");
    }
}

/// <summary>What is typed is understood like in the questionnaire.</summary>
public sealed class ContactsForm
{
    /// <summary>What the form was filled from.</summary>
    public int Revision { get; init; }

    public AddressFields ActualAddress { get; init; } = new();

    public AddressFields PostalAddress { get; init; } = new();

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public List<string> Regions { get; init; } = [];

    /// <summary>The company, with what was typed.</summary>
    public CompanyDetails In(CompanyDetails company) => company with
    {
        ActualAddress = ActualAddress.IsAsShown(company.ActualAddress) ? company.ActualAddress : ActualAddress.Address(),
        PostalAddress = PostalAddress.IsAsShown(company.PostalAddress) ? company.PostalAddress : PostalAddress.Address(),
        Phone = Typed.Line(Phone),
        Email = Typed.Line(Email),
        Website = Typed.Line(Website),
    };

    public sealed class Validator : AbstractValidator<ContactsForm>
    {
        public Validator(IStringLocalizer<Registration.Texts> texts)
        {
            RuleFor(form => form.ActualAddress).ChildRules(address => AddressFields.Limits(address, texts));
            RuleFor(form => form.PostalAddress).ChildRules(address => AddressFields.Limits(address, texts));
            RuleFor(form => form.Phone).Limit(50, texts);
            RuleFor(form => form.Email).Limit(ContactWays.LongestEmail, texts);
            RuleFor(form => form.Website).Limit(200, texts);
        }
    }
}

/// <summary>Its fields are named like those of <see cref="ContactsForm"/>.</summary>
public sealed class ContactsPage
{
    public required int Revision { get; init; }

    public required CompanyDetails Company { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public bool IsRussian => Company.Country == Countries.Russia;

    public AddressFields ActualAddress => AddressFields.Of(Company.ActualAddress);

    public AddressFields PostalAddress => AddressFields.Of(Company.PostalAddress);

    public string Phone => Company.Phone;

    public string Email => Company.Email;

    public string Website => Company.Website;

    public static ContactsPage Of(Supplier supplier) => new() { Revision = supplier.Revision, Company = supplier.Company, Regions = supplier.Regions };
}
