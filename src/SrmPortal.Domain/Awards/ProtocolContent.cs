using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

/// <summary>
/// Everything that a protocol says, from publication to the end, in no language: names as they were then, instants in UTC, amounts
/// without VAT. Pages, print and PDF put it into words. What was once written is read for ever: add, never rename or remove.
/// </summary>
public sealed record ProtocolContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public int No { get; init; } = 1;

    /// <summary>Of the protocol before this one.</summary>
    public string? PreviousHash { get; init; }

    /// <summary><c>20067776/0</c>.</summary>
    public required string Round { get; init; }

    public required EventKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>IANA id: all times are shown in it.</summary>
    public required string Zone { get; init; }

    public required string Customer { get; init; }

    public required string CustomerEn { get; init; }

    /// <summary>Full name, as all people here.</summary>
    public required string Buyer { get; init; }

    /// <summary>The others who ran the event.</summary>
    public required IReadOnlyList<string> Team { get; init; }

    /// <summary>The state of the portal's history when it was written; null in protocols from before that was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AuditHead { get; init; }

    public required DateTime? PublishedAt { get; init; }

    /// <summary>Who published it; null in protocols from before that was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublishedBy { get; init; }

    /// <summary>Who sent it to that approver; null where no approval was needed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublishingAskedBy { get; init; }

    public required DateTime Deadline { get; init; }

    /// <summary>Of comparison, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Of the other currencies, as published.</summary>
    public required IReadOnlyList<CurrencyRate> Rates { get; init; }

    public required int Invited { get; init; }

    public required int HaveRead { get; init; }

    public required int Declined { get; init; }

    /// <summary>Null for the first round.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProtocolFurtherRound? Further { get; init; }

    public required IReadOnlyList<ProtocolChange> Changes { get; init; }

    public required OpeningRule OpeningRule { get; init; }

    public required DateTime? OpenedAt { get; init; }

    public required DateTime? FoundEmptyAt { get; init; }

    public required IReadOnlyList<ProtocolAct> Openers { get; init; }

    /// <summary>In the order of their decisive instants; none before the opening.</summary>
    public required IReadOnlyList<ProtocolOffer> Offers { get; init; }

    /// <summary>The state of the round.</summary>
    public required RoundState State { get; init; }

    public required DateTime? DecidedAt { get; init; }

    /// <summary>What became of each lot; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProtocolLot>? Lots { get; init; }

    public IReadOnlyList<ProtocolShare> Chosen { get; init; } = [];

    public string Justification { get; init; } = "";

    public IReadOnlyList<ProtocolDeparture> Departures { get; init; } = [];

    public IReadOnlyList<ProtocolNotBought> NotBought { get; init; } = [];

    /// <summary>Items whose best price two offered, so that the earlier one goes first.</summary>
    public IReadOnlyList<string> Tied { get; init; } = [];

    /// <summary>Prices that raised the alarm.</summary>
    public IReadOnlyList<ProtocolLowPrice> LowPrices { get; init; } = [];

    /// <summary>Suppliers whose whole offer raised it.</summary>
    public IReadOnlyList<string> LowOffers { get; init; } = [];

    public IReadOnlyList<ProtocolSaving> Savings { get; init; } = [];

    public IReadOnlyList<ProtocolStep> Steps { get; init; } = [];

    public string? EndReason { get; init; }

    public string? EndedBy { get; init; }

    public IReadOnlyList<ProtocolCorrection> Corrections { get; init; } = [];

    [JsonIgnore]
    public decimal Total => Chosen.Sum(share => share.Total);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ProtocolContent FromJson(string json) => JsonSerializer.Deserialize<ProtocolContent>(json, Json)!;
}

/// <param name="No">Of the amendment; null: the deadline was extended.</param>
/// <param name="At">In UTC.</param>
/// <param name="IsMaterial">Offers had to be confirmed.</param>
/// <param name="Reason">As everybody who was invited read it.</param>
/// <param name="Deadline">To when it went, in UTC; null: it stayed.</param>
public sealed record ProtocolChange(int? No, DateTime At, bool IsMaterial, string Reason, DateTime? Deadline);

public sealed record ProtocolAct(string Person, DateTime At);

/// <summary>One supplier's latest version.</summary>
/// <param name="Supplier">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Of the offer.</param>
/// <param name="OpenedIntact">Null: not opened; false: what was stored did not match the receipt.</param>
/// <param name="Version">The latest submitted.</param>
/// <param name="Receipt">Its number.</param>
/// <param name="At">The decisive instant, in UTC.</param>
/// <param name="Hash">Of its content, SHA-256.</param>
/// <param name="Total">In the currency of comparison; null where it was not opened.</param>
public sealed record ProtocolOffer(
    string Supplier, string Number, OfferState State, bool? OpenedIntact, int Version, string Receipt, DateTime At, string Hash, decimal? Total)
{
    /// <summary>The earlier round that it was submitted to, and from which it takes part, as nothing new came; null: it was submitted to this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StandsFrom { get; init; }
}

/// <summary>By what a further round was held.</summary>
/// <param name="Earlier">The round before.</param>
/// <param name="Announced">How many rounds at most; null: no number was announced.</param>
/// <param name="PricesOnlyFall">No price above the own one of the round before.</param>
/// <param name="EarlierOffersStand">Who submitted nothing new took part with the offer of the round before.</param>
public sealed record ProtocolFurtherRound(string Earlier, int? Announced, bool PricesOnlyFall, bool EarlierOffersStand);

/// <summary>What became of a lot.</summary>
/// <param name="No">Its number.</param>
/// <param name="Title">As suppliers read it.</param>
/// <param name="State">In the end.</param>
/// <param name="Suppliers">From whom anything of it is bought.</param>
/// <param name="Total">Of what is bought, in the currency of comparison.</param>
public sealed record ProtocolLot(int No, string Title, LotState State, IReadOnlyList<string> Suppliers, decimal Total);

/// <summary>What one supplier gets.</summary>
/// <param name="Supplier">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Terms">Incoterms and place, or empty.</param>
/// <param name="Currency">Of its offer.</param>
/// <param name="Lines">By item.</param>
public sealed record ProtocolShare(string Supplier, string Number, string Terms, string Currency, IReadOnlyList<ProtocolLine> Lines)
{
    /// <summary>In the currency of comparison.</summary>
    [JsonIgnore]
    public decimal Total => Lines.Sum(line => line.Compared);
}

/// <param name="Item">Its number.</param>
/// <param name="Name">Of the item.</param>
/// <param name="Unit">Of the item.</param>
/// <param name="Quantity">That is bought.</param>
/// <param name="UnitPrice">In the offer's currency.</param>
/// <param name="PriceUnit">So many units have the price.</param>
/// <param name="Amount">In the offer's currency.</param>
/// <param name="Compared">The same in the currency of comparison.</param>
public sealed record ProtocolLine(string Item, string Name, string Unit, decimal Quantity, decimal UnitPrice, int PriceUnit, decimal Amount, decimal Compared);

/// <summary>Where another price than the best was chosen, or less than asked is bought.</summary>
/// <param name="Item">Its number.</param>
/// <param name="Name">Of the item.</param>
/// <param name="Chosen">From whom.</param>
/// <param name="Best">Who offers the best price.</param>
/// <param name="BestPrice">In the currency of comparison.</param>
/// <param name="Difference">What is paid more than at the best price.</param>
/// <param name="Reason">The buyer's.</param>
public sealed record ProtocolDeparture(string Item, string Name, string Chosen, string Best, decimal BestPrice, decimal Difference, string Reason);

/// <param name="Item">Its number.</param>
/// <param name="Name">Of the item.</param>
/// <param name="Reason">Null: nobody offered it.</param>
public sealed record ProtocolNotBought(string Item, string Name, string? Reason);

/// <param name="Item">Its number.</param>
/// <param name="Supplier">Whose price it is.</param>
/// <param name="Price">In the currency of comparison, as the mean and the next.</param>
/// <param name="Mean">Of the others' prices.</param>
/// <param name="Next">The next higher price; null: there is none.</param>
/// <param name="IsChosen">Whether anything is bought at it.</param>
/// <param name="Reason">Why it is accepted all the same.</param>
public sealed record ProtocolLowPrice(string Item, string Supplier, decimal Price, decimal Mean, decimal? Next, bool IsChosen, string Reason);

public enum SavingBasis { Target, Mean, Last }

/// <param name="Basis">What it is compared with.</param>
/// <param name="Saved">In the currency of comparison.</param>
/// <param name="Percent">Of the basis.</param>
/// <param name="Items">Over how many.</param>
public sealed record ProtocolSaving(SavingBasis Basis, decimal Saved, decimal Percent, int Items);

public sealed record ProtocolStep(AwardAct Act, string Person, DateTime At, string Comment);

/// <summary>What was put right, in which protocol.</summary>
public sealed record ProtocolCorrection(int No, DateTime At, string Person, string Text, string Reason)
{
    public const int TextLength = 2000;
}
