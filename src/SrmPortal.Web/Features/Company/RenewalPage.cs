using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Company;

/// <summary>Until when the company is accredited, what has lapsed, and the way into the renewal.</summary>
public sealed class RenewalPage
{
    public required Supplier Supplier { get; init; }

    /// <summary>Null: it can be begun now.</summary>
    public required BrokenRule? Refusal { get; init; }

    /// <summary>The renewal that is open; null: none is.</summary>
    public required SupplierRegistration? Open { get; init; }

    /// <summary>Parts that have to be filled in anew.</summary>
    public required RegistrationParts Lapsed { get; init; }

    /// <summary>Named like the form's.</summary>
    public IReadOnlyList<RegistrationParts> Parts { get; } = [];

    public static async Task<RenewalPage> Read(PortalDbContext db, long supplierId, DateTime now)
    {
        var supplier = await BeginRenewal.Known(db, supplierId);
        var refusal = supplier.WhyNotRenew(now);
        var open = await BeginRenewal.Open(db, supplierId).AsNoTracking().SingleOrDefaultAsync();
        return new RenewalPage
        {
            Supplier = supplier,
            Refusal = open is null ? refusal : null,
            Open = open,
            Lapsed = open is not null || refusal is not null ? RegistrationParts.None : await BeginRenewal.Lapsed(db, supplier, await BeginRenewal.ContentOf(db, supplier, now), now),
        };
    }
}
