using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What changed between two versions of the own offer, or between the latest one and what is about to replace it.</summary>
public sealed record OfferDifference(Round Round, OfferContent Was, OfferContent Becomes, IReadOnlyList<VatCategory> Categories)
{
    /// <summary>So many changes are shown.</summary>
    public const int Listed = 300;

    public IReadOnlyList<FieldChange> Changes { get; } = OfferChanges.Between(Was, Becomes);

    public OfferTotals TotalWas => OfferTotals.Of(Was, Round);

    public OfferTotals TotalBecomes => OfferTotals.Of(Becomes, Round);
}
