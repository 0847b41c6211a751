using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Domain.Awards;

/// <summary>What a buyer chooses for one item.</summary>
/// <param name="ItemNumber">The item.</param>
/// <param name="Shares">From whom and how much; one supplier for a plain choice, more for a split.</param>
public sealed record ItemChoice(string ItemNumber, IReadOnlyList<Share> Shares)
{
    public const int ReasonLength = 1000;

    /// <summary>Nothing of it is bought, though it was offered.</summary>
    public bool IsNotBought { get; init; }

    /// <summary>Why it isn't the best price, why it isn't bought, or not in full.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Chosen on the item's own page, whose form holds this item alone and names its fields otherwise than the comparison.</summary>
    public bool IsOnOwnPage { get; init; }

    /// <summary>Where it stands in its form.</summary>
    public string Field => IsOnOwnPage ? FieldOfShare(0) : FieldOf(ItemNumber);

    /// <summary>From one supplier, as much as is asked and offered.</summary>
    public static ItemChoice From(Comparison comparison, string item, long supplierId, string reason = "") =>
        new(item, [new(supplierId, Math.Min(comparison.Item(item)?.Quantity ?? 0, comparison.For(item, supplierId)?.Quote.Quantity ?? 0))]) { Reason = reason };

    /// <summary>What makes no sense for these offers, and is not kept.</summary>
    public IEnumerable<BrokenRule> WhatCannotBeKept(Comparison comparison)
    {
        if (comparison.Item(ItemNumber) is not { } item)
        {
            yield return new(AwardRules.NoSuchItem, null, ItemNumber);
            yield break;
        }

        for (var i = 0; i < Shares.Count; i++)
        {
            if (WhatIsWrongWith(Shares[i], comparison, i) is { } wrong)
            {
                yield return wrong;
            }
        }

        if (Shares.Sum(share => share.Quantity) > item.Quantity)
        {
            yield return new(AwardRules.MoreThanAsked, Field, ItemNumber, item.Quantity);
        }

        if (IsNotBought && Shares.Any(share => share.Quantity > 0))
        {
            yield return new(AwardRules.BoughtAndNot, IsOnOwnPage ? nameof(IsNotBought) : Field, ItemNumber);
        }

        if (Reason.Length > ReasonLength)
        {
            yield return new(AwardRules.TooLong, IsOnOwnPage ? nameof(Reason) : ReasonFieldOf(ItemNumber), ReasonLength);
        }
    }

    /// <summary>In the form of the comparison.</summary>
    public static string FieldOf(string item) => $"Choices[{item}]";

    /// <summary>In the form of the comparison.</summary>
    public static string ReasonFieldOf(string item) => $"Reasons[{item}]";

    private static string FieldOfShare(int place) => FormattableString.Invariant($"{nameof(Shares)}[{place}].{nameof(Share.Quantity)}");

    private BrokenRule? WhatIsWrongWith(Share share, Comparison comparison, int place)
    {
        var field = IsOnOwnPage ? FieldOfShare(place) : Field;
        return comparison.For(ItemNumber, share.SupplierId) is not { } offered ? new(AwardRules.NotOffered, field, ItemNumber)
            : !HumanNumber.Fits(share.Quantity, OfferEntry.QuantityScale, OfferEntry.MaxQuantity) ? new(AwardRules.NotAQuantity, field, ItemNumber)
            : share.Quantity > offered.Quote.Quantity ? new(AwardRules.MoreThanOffered, field, ItemNumber, offered.Quote.Quantity)
            : null;
    }
}

/// <summary>So much from this supplier; 0: nothing.</summary>
public readonly record struct Share(long SupplierId, decimal Quantity);
