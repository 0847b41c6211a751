using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Events;

/// <summary>
/// What the law makes of each kind of event, told on its card, in print and at submission. A round keeps the edition that it was
/// published with.
/// </summary>
internal sealed class LegalTexts(IStringLocalizer<Texts> texts) : IShipsTexts
{
    private static readonly Dictionary<EventKind, string> Names = new()
    {
        [EventKind.RequestForProposals] = "request-for-proposals",
        [EventKind.RequestForPrices] = "request-for-prices",
        [EventKind.Tender] = "tender",
        [EventKind.Rebidding] = "rebidding",
    };

    public int Order => 20;

    public string Group => texts["Legal notices of events"];

    public IReadOnlyList<ShippedText> Texts { get; } =
    [
        .. Names.Values.Select(name => new ShippedText($"legal/{name}", ShippedText.Read(typeof(LegalTexts).Assembly, $"SrmPortal.Web.Features.Events.Legal.{name}")) { Page = $"/legal/{name}/{{0}}" }),
    ];

    /// <summary>A kind without a notice has a key to which there is no text.</summary>
    public static string Key(EventKind kind) => $"legal/{Names.GetValueOrDefault(kind)}";

    /// <summary>The edition that the round was published with; for a draft the one in force.</summary>
    public static async Task<TextInForce?> Of(TextsInForce texts, EventKind kind, int? edition) =>
        edition is { } published ? await texts.At(Key(kind), published) : texts.Of(Key(kind));
}
