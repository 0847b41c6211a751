namespace SrmPortal.Domain.Sourcing;

public enum EventKind { RequestForProposals, RequestForPrices, Tender, Rebidding, ReverseAuction }

/// <summary>Who may take part: the chosen suppliers, or every accredited one of the categories.</summary>
public enum Audience { Invited, OpenToCategories }

/// <summary>How offers are unsealed after the deadline; fixed before publishing.</summary>
public enum OpeningRule { Automatic, OneOpener, TwoOpeners }

/// <summary>What a supplier learns of a line that was not chosen, besides that it was not; fixed before publishing.</summary>
public enum Debrief { Nothing, Rank, PriceGap }

/// <summary>Everything of a round that its buyer decides in the draft, besides items, questions and suppliers.</summary>
public sealed record RoundTerms
{
    public EventKind Kind { get; init; } = EventKind.RequestForProposals;

    /// <summary>What is bought, in the buyer's words.</summary>
    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>A whole minute, in UTC; null while the draft has none.</summary>
    public DateTime? Deadline { get; init; }

    /// <summary>IANA id of the zone in which the deadline is stated; by default the site's.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>Until when suppliers may ask, in UTC; null: until the deadline.</summary>
    public DateTime? ClarificationsUntil { get; init; }

    /// <summary>ISO 4217: the currency in which offers are compared.</summary>
    public string ComparisonCurrency { get; init; } = "RUB";

    /// <summary>The currencies that offers may be in, each with its rate.</summary>
    public IReadOnlyList<CurrencyRate> Rates { get; init; } = [new("RUB")];

    public bool RequiresIncoterms { get; init; } = true;

    /// <summary>What the buyer would like: <c>DAP Нижний Тагил</c>.</summary>
    public string DesiredDelivery { get; init; } = "";

    public string PaymentTerms { get; init; } = "";

    public string DeliveryTerms { get; init; } = "";

    public bool AllowsPartialQuantities { get; init; }

    /// <summary>Whether an offer must have every item; partial positions are allowed otherwise.</summary>
    public bool RequiresAllItems { get; init; }

    public bool AllowsSubstitutes { get; init; }

    /// <summary>For how many days after the deadline an offer must be valid.</summary>
    public int OfferValidityDays { get; init; } = 60;

    public OpeningRule OpeningRule { get; init; } = OpeningRule.OneOpener;

    public long? OpenerId { get; init; }

    public long? SecondOpenerId { get; init; }

    /// <summary>Whether the buyer sees the number of offers before the opening.</summary>
    public bool ShowsOfferCount { get; init; }

    public Debrief Debrief { get; init; } = Debrief.Nothing;

    public Audience Audience { get; init; } = Audience.Invited;

    /// <summary>Categories of what is bought, by key.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    /// <summary>In the currency of comparison; mandatory while any item has no target price.</summary>
    public decimal? EstimatedValue { get; init; }

    /// <summary>How many rounds the event has at most; decided with the first. Null: no number is announced.</summary>
    public int? AnnouncedRounds { get; init; }

    /// <summary>Of a further round: no price may be above the supplier's own of the round before.</summary>
    public bool PricesOnlyFall { get; init; }

    /// <summary>Of a further round: who submits nothing new takes part with the offer of the round before.</summary>
    public bool EarlierOffersStand { get; init; }
}

/// <summary>A currency of a round and what it is worth in the currency of comparison; fixed and shown before publishing.</summary>
/// <param name="Code">ISO 4217.</param>
public sealed record CurrencyRate(string Code)
{
    /// <summary>So many units of the currency of comparison are paid for <see cref="Nominal"/> of this one; eight decimals. Null: not yet stated.</summary>
    public decimal? Rate { get; init; }

    public int Nominal { get; init; } = 1;

    /// <summary>Where the rate was published.</summary>
    public string? Source { get; init; }

    public DateOnly? Date { get; init; }
}

public enum QuestionType { Text, Number, YesNo, OneOfList, Date, File }

/// <summary>A question of the buyer to every supplier.</summary>
/// <param name="No">Its place, from 1, stable.</param>
/// <param name="Text">As the supplier reads it.</param>
/// <param name="Type">What kind of answer it takes.</param>
/// <param name="IsMandatory">Without an answer nothing can be submitted, unless the question is about an item that isn't offered; saving is never blocked.</param>
public sealed record RoundQuestion(int No, string Text, QuestionType Type, bool IsMandatory)
{
    /// <summary>The item that it is about; null: the whole event.</summary>
    public string? ItemNumber { get; init; }

    /// <summary>Whether an offer of these items has to answer it.</summary>
    public bool IsMandatoryFor(IReadOnlySet<string> offeredItems) => IsMandatory && (ItemNumber is null || offeredItems.Contains(ItemNumber));

    /// <summary>The answers to choose from, for <see cref="QuestionType.OneOfList"/>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>One thing asked for.</summary>
/// <param name="Number">Its line number, four digits, stable for ever: <c>0010</c>.</param>
/// <param name="Name">Short name.</param>
/// <param name="Quantity">How much is asked for, in <paramref name="Unit"/>, three decimals.</param>
/// <param name="Unit">A code of <see cref="Common.Units"/>: <c>t</c>.</param>
public sealed record RoundItem(string Number, string Name, decimal Quantity, string Unit)
{
    /// <summary>What a price may be for so many of.</summary>
    public static readonly IReadOnlyList<int> PriceUnits = [1, 100, 1000];

    public string MaterialNumber { get; init; } = "";

    public string FullName { get; init; } = "";

    public string Comment { get; init; } = "";

    public long? CategoryId { get; init; }

    /// <summary>The price is for so many units: 1, 100, 1000.</summary>
    public int PriceUnit { get; init; } = 1;

    public DateOnly? DeliveryDate { get; init; }

    public string DeliveryPlace { get; init; } = "";

    /// <summary>The number of its lot; null while there are none, or none is chosen yet.</summary>
    public int? Lot { get; init; }

    /// <summary>For one price unit, without VAT, in the currency of comparison; never shown to suppliers.</summary>
    public decimal? TargetPrice { get; init; }

    /// <summary>The amendment that added it, or last changed how much of it is asked for or in what unit; 0: as it was published.</summary>
    public int AmendmentNo { get; init; }
}
