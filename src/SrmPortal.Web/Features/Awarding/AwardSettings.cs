using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary><c>Portal</c>: above which value a decision needs somebody else's approval.</summary>
public sealed class AwardSettings
{
    /// <summary>Without VAT, in <see cref="ThresholdCurrency"/>.</summary>
    public decimal AwardApprovalThreshold { get; init; } = 10_000_000;

    /// <summary>ISO 4217.</summary>
    public string ThresholdCurrency { get; init; } = "RUB";

    /// <summary>Compared in the round's currency by its published rates; where these say nothing of the threshold's currency, always.</summary>
    public bool NeedsApproval(decimal total, string currency, IEnumerable<CurrencyRate> rates) =>
        currency == ThresholdCurrency ? total > AwardApprovalThreshold
        : rates.FirstOrDefault(rate => rate.Code == ThresholdCurrency) is not { Rate: { } rate } published
            || total > AwardApprovalThreshold * rate / published.Nominal;
}
