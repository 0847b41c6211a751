using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>The band on top of each page of an offer: which event, where the offer stands, until when.</summary>
/// <param name="Round">With its event.</param>
/// <param name="Offer">Null before the first save.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Crumbs">Below the event.</param>
public sealed record OfferBand(Round Round, Offer? Offer, string Title, params IReadOnlyList<Crumb> Crumbs)
{
    public string? Site { get; init; }

    public DateTime? SavedAt { get; init; }

    public string? SavedBy { get; init; }

    /// <summary>Said instead of who saved when, where the heading doesn't name the event.</summary>
    public string? Fact { get; init; }
}
