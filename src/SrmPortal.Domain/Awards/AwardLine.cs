namespace SrmPortal.Domain.Awards;

/// <summary>What is to be bought of one item from one supplier, at the price that it offered. Once the award is decided, the supplier sees its own lines.</summary>
public sealed class AwardLine
{
    private AwardLine()
    {
    }

    internal AwardLine(long roundId, string itemNumber, long supplierId) => (RoundId, ItemNumber, SupplierId) = (roundId, itemNumber, supplierId);

    public long Id { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    public string ItemNumber { get; private set; } = "";

    public decimal Quantity { get; private set; }

    /// <summary>Without VAT, for the item's price unit, in <see cref="Currency"/>.</summary>
    public decimal UnitPrice { get; private set; }

    /// <summary>The offer's, ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Without VAT, in <see cref="Currency"/>.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The same in the round's currency of comparison.</summary>
    public decimal ComparedAmount { get; private set; }

    internal void Take(decimal quantity, Comparison.Ranked offered, Comparison comparison)
    {
        (Quantity, UnitPrice, Currency) = (quantity, offered.Quote.UnitPrice, offered.Contender.Currency);
        (Amount, ComparedAmount) = comparison.Cost(offered, quantity);
    }
}

/// <summary>What the buyer says about one item, where the price alone does not speak.</summary>
/// <param name="ItemNumber">The item.</param>
/// <param name="IsNotBought">Nothing of it is bought.</param>
/// <param name="Reason">May be empty while the decision is being prepared.</param>
public sealed record AwardNote(string ItemNumber, bool IsNotBought, string Reason);

public enum AwardAct { Proposed, Returned, Approved, Decided }

/// <summary>One step of the decision: who did what, when, and said what.</summary>
public sealed record AwardStep(AwardAct Act, long PersonId, DateTime At)
{
    public string Comment { get; init; } = "";
}
