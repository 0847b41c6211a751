using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>What the group has settled about publishing.</summary>
/// <param name="Notice">The least time between publishing and deadline.</param>
/// <param name="ApprovalThreshold">A value above it needs an approver.</param>
/// <param name="ThresholdCurrency">ISO 4217.</param>
public sealed record PublishingPolicy(TimeSpan Notice, decimal ApprovalThreshold, string ThresholdCurrency)
{
    public static readonly PublishingPolicy Usual = new(TimeSpan.FromHours(24), 10_000_000, "RUB");

    /// <summary>So many working days must remain after a material amendment.</summary>
    public int AmendmentDays { get; init; } = 2;
}

/// <summary>What publishing hangs on and the round itself doesn't know.</summary>
public sealed record PublishingFacts
{
    /// <summary>In UTC.</summary>
    public required DateTime Now { get; init; }

    public PublishingPolicy Policy { get; init; } = PublishingPolicy.Usual;

    /// <summary>The latest edition of the kind's legal notice; null: there is none.</summary>
    public required int? NoticeEdition { get; init; }

    /// <summary>Whether suppliers are shown a phone and an address of the responsible buyer.</summary>
    public required bool BuyerCanBeReached { get; init; }

    /// <summary>Accounts that may open offers of this site.</summary>
    public required IReadOnlyCollection<long> PossibleOpeners { get; init; }

    /// <summary>Who is going to be invited, by key.</summary>
    public required IReadOnlyCollection<long> Suppliers { get; init; }

    /// <summary>How many companies are asked to register first.</summary>
    public int Outsiders { get; init; }

    /// <summary>Names of chosen suppliers who can't be invited any more.</summary>
    public IReadOnlyCollection<string> CannotBeInvited { get; init; } = [];

    /// <summary>The round before; null for the first.</summary>
    public EarlierRoundFacts? Earlier { get; init; }
}

/// <summary>The parts of the check-list, in its order.</summary>
public enum PublishingCheck { Title, Notice, Buyer, Deadline, Currencies, Value, Opening, Items, Lots, Questions, Suppliers, Earlier }

/// <summary>One part of the check-list and what stands in its way; a field is named as the draft's form names it.</summary>
public sealed record CheckedPart(PublishingCheck Check, IReadOnlyList<BrokenRule> Broken)
{
    public bool IsDone => Broken.Count == 0;
}

public static class PublishingRules
{
    public const string TitleMissing = "publishing.title-missing";
    public const string KindNotOffered = "publishing.kind-not-offered";
    public const string NoticeMissing = "publishing.notice-missing";
    public const string BuyerNotReachable = "publishing.buyer-not-reachable";
    public const string DeadlineMissing = "publishing.deadline-missing";
    public const string DeadlinePassed = "publishing.deadline-passed";
    public const string DeadlineTooSoon = "publishing.deadline-too-soon";
    public const string ClarificationsAfterDeadline = "publishing.clarifications-after-deadline";
    public const string NoCurrency = "publishing.no-currency";
    public const string RateMissing = "publishing.rate-missing";
    public const string RateWithoutSource = "publishing.rate-without-source";
    public const string EstimateMissing = "publishing.estimate-missing";
    public const string OpenerMissing = "publishing.opener-missing";
    public const string SecondOpenerMissing = "publishing.second-opener-missing";
    public const string OpenersAreOne = "publishing.openers-are-one";
    public const string OpenerMayNot = "publishing.opener-may-not";
    public const string NoItems = "publishing.no-items";
    public const string ItemWithoutName = "publishing.item-without-name";
    public const string ItemWithoutQuantity = "publishing.item-without-quantity";
    public const string ItemUnitUnknown = "publishing.item-unit-unknown";
    public const string ItemNeededTooSoon = "publishing.item-needed-too-soon";
    public const string LotWithoutTitle = "publishing.lot-without-title";
    public const string LotWithoutItems = "publishing.lot-without-items";
    public const string ItemsWithoutLot = "publishing.items-without-lot";
    public const string QuestionWithoutText = "publishing.question-without-text";
    public const string QuestionWithoutOptions = "publishing.question-without-options";
    public const string QuestionOfNoItem = "publishing.question-of-no-item";
    public const string NoSuppliers = "publishing.no-suppliers";
    public const string NoCategory = "publishing.no-category";
    public const string SupplierCannotBeInvited = "publishing.supplier-cannot-be-invited";
}
