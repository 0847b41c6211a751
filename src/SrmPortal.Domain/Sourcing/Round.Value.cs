using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>What the round is worth, for those who decide whether it may go out; suppliers never learn of it.</summary>
public sealed partial class Round
{
    /// <summary>Σ target price × quantity ÷ price unit, of the items that have a target, in the currency of comparison.</summary>
    public decimal TargetValue => _items.Where(item => item.TargetPrice is not null)
        .Sum(item => Money.Amount(item.Quantity, item.TargetPrice!.Value, item.PriceUnit, ComparisonCurrency));

    public bool EveryItemHasTarget => _items.Count > 0 && _items.All(item => item.TargetPrice is not null);

    /// <summary>
    /// The value that counts, without VAT. While any item has no target the estimate must be there, and the larger counts; without it
    /// the value isn't known: null. Null too where there is no rate between the currencies.
    /// </summary>
    /// <param name="currency">ISO 4217; null: in the currency of comparison.</param>
    public decimal? WorthFor(string? currency)
    {
        decimal? worth = EveryItemHasTarget ? TargetValue : EstimatedValue is { } estimate ? Math.Max(estimate, TargetValue) : null;
        if (worth is not { } known || currency is null || currency == ComparisonCurrency)
        {
            return worth;
        }

        return _rates.FirstOrDefault(rate => rate.Code == currency) is { Rate: > 0 } rate
            ? Money.Round(known * rate.Nominal / rate.Rate.Value, currency) : null;
    }

    /// <summary>Above the threshold; also where the value can't be put in its currency, since nobody can say that it is below.</summary>
    public bool NeedsApproval(PublishingPolicy policy) => !(WorthFor(policy.ThresholdCurrency) <= policy.ApprovalThreshold);
}
