using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Changes;

/// <summary>What every page that asks for a change has. Its fields are named like those of <see cref="ChangeForm"/>.</summary>
public abstract class AskingPage
{
    public int Revision { get; init; }

    /// <summary>Since when a request of this kind is open, with its code; null: none is.</summary>
    public (string Code, DateTime Since)? Pending { get; init; }

    public string? Why { get; }

    public IReadOnlyList<IFormFile> Papers { get; } = [];

    internal static async Task<(string, DateTime)?> PendingOf(PortalDbContext db, long company, DataKind kind) =>
        await db.ChangeRequests.AsNoTracking().Where(c => c.SupplierId == company && c.Kind == kind && (c.State == ChangeState.Pending || c.State == ChangeState.SecondReview))
            .Select(c => new { c.Code, c.AskedAt }).SingleOrDefaultAsync() is { } open ? (open.Code, open.AskedAt) : null;
}

/// <summary>Who the company is, to be changed. Its fields are named like those of <see cref="IdentityForm"/>.</summary>
public sealed class IdentityPage : AskingPage, ICompanyFields
{
    public required CompanyDetails Company { get; init; }

    public bool IsRussian => Company.Country == Countries.Russia;

    public string FullName => Company.FullName;

    public string ShortName => Company.ShortName;

    public string LocalName => Company.LocalName;

    public string LegalForm => Company.LegalForm;

    public string TaxNumber => Company.TaxNumber;

    public string Kpp => Company.Kpp;

    public string RegistrationNumber => Company.RegistrationNumber;

    public string Lei => Company.Lei;

    public bool IsBranch => Company.IsBranch;

    public AddressFields LegalAddress => AddressFields.Of(Company.LegalAddress);

    public static async Task<IdentityPage> Read(PortalDbContext db, long company)
    {
        var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == company);
        return new IdentityPage { Company = supplier.Company, Revision = supplier.Revision, Pending = await PendingOf(db, company, DataKind.Identity) };
    }

    public IEnumerable<SelectListItem> LegalFormItems(IStringLocalizer<Registration.Texts> texts) =>
        LegalForms.Of(Company.Country).Select(form => new SelectListItem(texts.LegalForm(form), form));
}
