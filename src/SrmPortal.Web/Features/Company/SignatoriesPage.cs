using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Company;

/// <summary>Who signs for the company.</summary>
/// <param name="Name">Of the company.</param>
/// <param name="Rows">By name.</param>
/// <param name="IsMaster">Whether the reader keeps them.</param>
public sealed record SignatoriesPage(string Name, IReadOnlyList<SignatoriesPage.Row> Rows, bool IsMaster)
{
    public static async Task<SignatoriesPage> Read(PortalDbContext db, Scope scope, DateTime now)
    {
        var company = scope.SupplierId!.Value;
        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.Signatories).AsSingleQuery().SingleAsync(s => s.Id == company);
        long[] papers = [.. supplier.Signatories.Select(one => one.PaperId).OfType<long>()];
        var files = papers.Length == 0 ? [] : await db.Files.AsNoTracking().Where(f => papers.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        var today = WorkingDays.DayOf(now);
        return new SignatoriesPage(supplier.Name,
            [.. supplier.Signatories.OrderBy(one => one.FullName, StringComparer.CurrentCulture).Select(one => new Row(one, one.PaperId is { } id ? files.GetValueOrDefault(id) : null, one.MaySignOn(today), one.Authority.Until is { } until ? until.DayNumber - today.DayNumber : null))],
            scope.IsMasterUser);
    }

    /// <param name="Signatory">Who it is.</param>
    /// <param name="Paper">The power of attorney, where the portal has it.</param>
    /// <param name="MaySign">Today.</param>
    /// <param name="DaysLeft">Of the power of attorney; null: it doesn't end.</param>
    public sealed record Row(Signatory Signatory, StoredFile? Paper, bool MaySign, int? DaysLeft);
}

/// <summary>Its fields are named like those of <see cref="SignatoryForm"/>.</summary>
public sealed class SignatoryPage
{
    /// <summary>Empty: a new one.</summary>
    public string Code { get; init; } = "";

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public SigningBasis Basis { get; init; } = SigningBasis.Charter;

    public string? BasisNumber { get; init; }

    public DateOnly? BasisDate { get; init; }

    public DateOnly? BasisUntil { get; init; }

    public IFormFile? Paper { get; }

    public static SignatoryPage Of(Signatory signatory) => new()
    {
        Code = signatory.Code,
        FullName = signatory.FullName,
        Position = signatory.Position,
        Phone = signatory.Phone,
        Email = signatory.Email,
        Basis = signatory.Authority.Basis,
        BasisNumber = signatory.Authority.Number,
        BasisDate = signatory.Authority.Date,
        BasisUntil = signatory.Authority.Until,
    };
}
