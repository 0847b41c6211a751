namespace SrmPortal.Domain.Sourcing;

public static class EventKinds
{
    /// <summary>What a buyer may choose. The reverse auction follows when auctions are built.</summary>
    public static readonly IReadOnlyList<EventKind> Offered = [EventKind.RequestForProposals, EventKind.RequestForPrices, EventKind.Tender, EventKind.Rebidding];
}
