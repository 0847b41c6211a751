using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Which suppliers are shown; it stands in the address.</summary>
public sealed class SupplierFilter
{
    public const string Invited = "invited", Offered = "offered", Awarded = "awarded";

    /// <summary>Name or number.</summary>
    public string? Q { get; init; }

    /// <summary>A code of <see cref="Domain.Reference.SupplyRegions"/>: whoever supplies there.</summary>
    public string? Region { get; init; }

    /// <summary><c>invited</c>, <c>offered</c>, <c>awarded</c>: in an earlier event.</summary>
    public string? Past { get; init; }

    /// <summary>Also suppliers of other categories.</summary>
    public bool All { get; init; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Region) || !string.IsNullOrEmpty(Past);

    /// <summary>Earlier offers and awards are those that the reader may see.</summary>
    public IQueryable<Supplier> Of(PortalDbContext db, IQueryable<Supplier> suppliers, long roundId)
    {
        var (pattern, region) = (string.IsNullOrWhiteSpace(Q) ? null : Domain.Common.Search.Pattern(Q), string.IsNullOrEmpty(Region) ? null : Region);
        suppliers = suppliers.Where(s => (pattern == null || EF.Functions.Like(s.SearchText, pattern, "\\")) && (region == null || s.Regions.Contains(region)));
        return Past switch
        {
            Invited => suppliers.Where(s => db.Invitations.Any(i => i.SupplierId == s.Id && i.Round.Id != roundId)),
            Offered => suppliers.Where(s => db.Offers.Any(o => o.SupplierId == s.Id && o.OpenedIntact == true)),
            Awarded => suppliers.Where(s => db.Offers.Any(o => o.SupplierId == s.Id && (o.State == OfferState.Accepted || o.State == OfferState.PartlyAccepted))),
            _ => suppliers,
        };
    }
}
