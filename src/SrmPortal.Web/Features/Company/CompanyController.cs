using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>The company's own room: what the portal knows of it. All its people read it.</summary>
[Route("company"), Authorize(Roles = Roles.Supplier)]
public sealed class CompanyController(PortalDbContext db, CurrentScope scope) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Company() => View(await CompanyPage.Read(db, scope.Is.SupplierId!.Value, HttpContext.Instant()));
}

public sealed class CompanyPage
{
    public required string Name { get; init; }

    public required string Number { get; init; }

    public required CompanyDetails Details { get; init; }

    public required SupplierState State { get; init; }

    public required DateTime AccreditedAt { get; init; }

    public required DateTime AccreditedUntil { get; init; }

    /// <summary>Whether the accreditation ends soon, or has ended.</summary>
    public required bool CanBeRenewed { get; init; }

    public string? SuspensionReason { get; init; }

    public DateTime? SuspendedUntil { get; init; }

    public required IReadOnlyList<ApprovedCategory> Categories { get; init; }

    /// <summary>Codes.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>What the company has asked to change and is not decided yet.</summary>
    public required IReadOnlyList<Asked> Pending { get; init; }

    public static async Task<CompanyPage> Read(PortalDbContext db, long supplierId, DateTime now)
    {
        var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == supplierId);
        var categories = await db.Set<SupplierCategory>().AsNoTracking().Where(c => c.SupplierId == supplierId)
            .Join(db.Categories, c => c.CategoryId, c => c.Id, (approved, category) => new ApprovedCategory(category.Code, category.Name, category.NameEn, approved.ApprovedAt))
            .ToListAsync();
        return new CompanyPage
        {
            Name = supplier.Name,
            Number = supplier.Number,
            Details = supplier.Company,
            State = supplier.StateAt(now),
            AccreditedAt = supplier.AccreditedAt,
            AccreditedUntil = supplier.AccreditedUntil,
            CanBeRenewed = supplier.WhyNotRenew(now) is null,
            SuspensionReason = supplier.SuspensionReason,
            SuspendedUntil = supplier.SuspendedUntil,
            Regions = supplier.Regions,
            Pending = await db.ChangeRequests.AsNoTracking().Where(c => c.SupplierId == supplierId && (c.State == ChangeState.Pending || c.State == ChangeState.SecondReview))
                .OrderBy(c => c.AskedAt).Select(c => new Asked(c.Code, c.Kind, c.AskedAt)).ToListAsync(),
            Categories = [.. categories.OrderBy(c => c.Code, StringComparer.Ordinal)],
        };
    }

    /// <param name="Code">Of the request.</param>
    /// <param name="Kind">What is to change.</param>
    /// <param name="Since">In UTC.</param>
    public sealed record Asked(string Code, DataKind Kind, DateTime Since);

    /// <param name="Code">Of the classifier.</param>
    /// <param name="Russian">Its name.</param>
    /// <param name="English">Its name.</param>
    /// <param name="ApprovedAt">In UTC.</param>
    public sealed record ApprovedCategory(string Code, string Russian, string English, DateTime ApprovedAt)
    {
        public string Name => Language.IsRussian ? Russian : English;
    }
}
