namespace SrmPortal.Domain.Offers;

/// <summary>Why what somebody gives to be checked can't be.</summary>
public static class ReceiptRules
{
    public const string NothingGiven = "receipt.nothing-given";
    public const string NotAReceipt = "receipt.not-a-receipt";
}
