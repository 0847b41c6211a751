using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What changed between two versions of the own offer, or between the latest one and what is about to replace it.</summary>
public sealed record OfferDifference(Round Round, OfferContent Was, OfferContent Becomes, IReadOnlyList<VatCategory> Categories)
{
    /// <summary>So many changes are shown.</summary>
    public const int Listed = 300;

    public IReadOnlyList<FieldChange> Changes { get; } = [.. OfferChanges.Between(Was, Becomes)
        .GroupBy(change => FileOf(change) is null ? change.Field : nameof(OfferContent.Attachments))
        .SelectMany(changes => changes.OrderBy(change => FileOf(change)?.Name, Shown.ByName))];

    /// <summary>The round as it stood for the older one, where an amendment came between.</summary>
    public Round? RoundWas { get; init; }

    /// <summary>Where the line of this field is to be looked up: one that an amendment removed stands in the older round alone.</summary>
    public Round RoundOf(FieldChange change) => RoundWas is null || Round.Items.Any(item => change.Field.StartsWith($"Lines[{item.Number}]", StringComparison.Ordinal)) ? Round : RoundWas;

    public OfferTotals TotalWas => OfferTotals.Of(Was, RoundWas ?? Round);

    public OfferTotals TotalBecomes => OfferTotals.Of(Becomes, Round);

    private static OfferAttachment? FileOf(FieldChange change) => (change.Mine ?? change.Was) as OfferAttachment;
}
