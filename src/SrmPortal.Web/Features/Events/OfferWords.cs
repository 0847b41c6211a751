using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>Where a supplier's own offer stands, in the words of lists and bands.</summary>
public static class OfferWords
{
    /// <param name="state">Of an offer.</param>
    /// <param name="wasOpened">Whether the round has been opened: what was not in force then is never unsealed.</param>
    public static string State(OfferState state, bool wasOpened = false) => state switch
    {
        OfferState.Saved or OfferState.Submitted or OfferState.NeedsConfirmation or OfferState.Withdrawn when wasOpened => EventWords.Say("Not opened", "Не вскрыто"),
        OfferState.Saved => EventWords.Say("Saved, not submitted", "Сохранено, не подано"),
        OfferState.Submitted => EventWords.Say("Submitted", "Подано"),
        OfferState.NeedsConfirmation => EventWords.Say("Needs confirmation", "Требует подтверждения"),
        OfferState.Withdrawn => EventWords.Say("Withdrawn", "Отозвано"),
        OfferState.UnderEvaluation => EventWords.Say("Under evaluation", "На рассмотрении"),
        OfferState.Accepted => EventWords.Say("Accepted", "Принято"),
        OfferState.PartlyAccepted => EventWords.Say("Partly accepted", "Принято частично"),
        OfferState.Declined => EventWords.Say("Not chosen", "Не выбрано"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <param name="offer">The own one; null where there is none.</param>
    /// <param name="wasOpened">Whether the round has been opened: what was not in force then is never unsealed.</param>
    public static string State(EventCard.OwnOffer? offer, bool wasOpened) => offer?.State switch
    {
        null => EventWords.Say("No offer", "Нет предложения"),
        OfferState.Submitted when !wasOpened => EventWords.Say($"Submitted, version {Shown.Number(offer!.VersionNo)}", $"Подано, версия {Shown.Number(offer!.VersionNo)}"),
        { } state => State(state, wasOpened),
    };

    public static (string Kind, string Icon) Look(EventCard.OwnOffer? offer) => offer?.State switch
    {
        OfferState.Submitted or OfferState.Accepted or OfferState.PartlyAccepted => ("ok", "check-circle-fill"),
        OfferState.NeedsConfirmation => ("warn", "exclamation-triangle-fill"),
        OfferState.UnderEvaluation => ("info", "hourglass-split"),
        OfferState.Declined or OfferState.Withdrawn => ("mute", "dash-circle"),
        _ => ("mute", "circle"),
    };

    /// <summary>The stripe: something was typed that counts for nothing yet.</summary>
    public static bool IsSavedOnly(EventCard.OwnOffer? offer) => offer is { State: OfferState.Saved, WorkingCopyNo: > 0 };
}
