namespace SrmPortal.Domain.Common;

/// <summary>
/// The one place where money is calculated: the form, the review, the comparison, the protocol and every export ask it, so that none
/// shows another sum. Rounded half away from zero to the currency's minor unit; each line first, then added up.
/// </summary>
public static class Money
{
    /// <summary>The largest amount that is kept: 17 digits before the point.</summary>
    public const decimal MaxAmount = 99_999_999_999_999_999.99m;

    /// <summary>Decimals of a currency by ISO 4217; two for most.</summary>
    public static int MinorUnits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    public static decimal Round(decimal exact, string currency) => decimal.Round(exact, MinorUnits(currency), MidpointRounding.AwayFromZero);

    /// <summary>What a line costs without VAT.</summary>
    /// <param name="quantity">In the item's unit.</param>
    /// <param name="unitPrice">Without VAT, for <paramref name="priceUnit"/> units.</param>
    /// <param name="priceUnit">1, 100, 1000.</param>
    /// <param name="currency">ISO 4217.</param>
    public static decimal Amount(decimal quantity, decimal unitPrice, int priceUnit, string currency) =>
        Round(quantity * unitPrice / priceUnit, currency);

    /// <summary>The VAT of a line's amount.</summary>
    /// <param name="amount">Without VAT, rounded.</param>
    /// <param name="percent">22 for 22 %; null where no VAT is charged.</param>
    /// <param name="currency">ISO 4217.</param>
    public static decimal Vat(decimal amount, decimal? percent, string currency) => Round(amount * (percent ?? 0) / 100, currency);

    /// <summary>A line's amount in the currency of comparison, by the rate that the round has published.</summary>
    /// <param name="amount">Of one line, rounded; sums are added up afterwards.</param>
    /// <param name="rate">How much of the target currency <paramref name="nominal"/> units of the other are.</param>
    /// <param name="nominal">1, 10, 100: as the source quotes it.</param>
    /// <param name="target">ISO 4217.</param>
    public static decimal Converted(decimal amount, decimal rate, int nominal, string target) => Round(amount * rate / nominal, target);
}
