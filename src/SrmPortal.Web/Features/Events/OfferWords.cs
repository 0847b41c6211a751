using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>Where a supplier's own offer stands, in the words of lists and bands.</summary>
public static class OfferWords
{
    /// <param name="offer">The own one; null where there is none.</param>
    /// <param name="wasOpened">Whether the round has been opened: what was not in force then is never unsealed.</param>
    public static string State(EventCard.OwnOffer? offer, bool wasOpened) => offer is null ? EventWords.Say("No offer", "Нет предложения") : offer.State.ToString() switch
    {
        "Submitted" when !wasOpened => EventWords.Say($"Submitted, version {Shown.Number(offer.VersionNo)}", $"Подано, версия {Shown.Number(offer.VersionNo)}"),
        "Saved" or "Submitted" or "NeedsConfirmation" or "Withdrawn" when wasOpened => EventWords.Say("Not opened", "Не вскрыто"),
        "Saved" => EventWords.Say("Saved, not submitted", "Сохранено, не подано"),
        "NeedsConfirmation" => EventWords.Say("Needs confirmation", "Требует подтверждения"),
        "Withdrawn" => EventWords.Say("Withdrawn", "Отозвано"),
        "UnderEvaluation" => EventWords.Say("Under evaluation", "На рассмотрении"),
        "Accepted" => EventWords.Say("Accepted", "Принято"),
        "PartlyAccepted" => EventWords.Say("Partly accepted", "Принято частично"),
        "Declined" => EventWords.Say("Not chosen", "Не выбрано"),
        var other => other,
    };

    public static (string Kind, string Icon) Look(EventCard.OwnOffer? offer) => offer?.State.ToString() switch
    {
        "Submitted" or "Accepted" or "PartlyAccepted" => ("ok", "check-circle-fill"),
        "NeedsConfirmation" => ("warn", "exclamation-triangle-fill"),
        "UnderEvaluation" => ("info", "hourglass-split"),
        "Declined" => ("mute", "dash-circle"),
        _ => ("mute", "circle"),
    };

    /// <summary>The stripe: something was typed that counts for nothing yet.</summary>
    public static bool IsSavedOnly(EventCard.OwnOffer? offer) => offer is { State: OfferState.Saved, WorkingCopyNo: > 0 };
}
