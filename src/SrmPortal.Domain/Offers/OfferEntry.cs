using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Offers;

/// <summary>
/// What the supplier enters for one item. Blank is <em>not filled</em>; a zero of price or quantity, or the switch, says that
/// <em>no offer</em> is made, and makes both zero; price and quantity above zero are an <em>offer</em>.
/// </summary>
public sealed record OfferEntry
{
    public const int PriceScale = 4;
    public const int QuantityScale = 3;
    public const decimal MaxPrice = 999_999_999_999.9999m;
    public const decimal MaxQuantity = 999_999_999.999m;
    public const int TextLength = 500;

    /// <param name="itemNumber">The line number of the item.</param>
    /// <param name="quantity">How much is offered, in the item's unit.</param>
    /// <param name="unitPrice">Without VAT, for the item's price unit.</param>
    /// <param name="notOffered">The switch.</param>
    public OfferEntry(string itemNumber, decimal? quantity, decimal? unitPrice, bool notOffered = false)
    {
        var refused = notOffered || quantity == 0 || unitPrice == 0;
        (ItemNumber, Quantity, UnitPrice) = (itemNumber, refused ? 0 : quantity, refused ? 0 : unitPrice);
    }

    public string ItemNumber { get; }

    public decimal? Quantity { get; }

    /// <summary>Without VAT.</summary>
    public decimal? UnitPrice { get; }

    /// <summary>Only where it differs from the whole offer's.</summary>
    public Vat? Vat { get; init; }

    /// <summary>Where it differs from what is asked, or is promised anew.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>The supplier's own material, offered instead of what is asked.</summary>
    public string Substitute { get; init; } = "";

    public string Comment { get; init; } = "";

    public bool IsOffered => Quantity > 0 && UnitPrice > 0;

    public bool IsNotOffered => UnitPrice == 0;

    public bool IsBlank => !IsOffered && !IsNotOffered;

    /// <summary>Without VAT; 0 where nothing is offered.</summary>
    public decimal Amount(int priceUnit, string currency) => IsOffered ? Money.Amount(Quantity!.Value, UnitPrice!.Value, priceUnit, currency) : 0;
}
