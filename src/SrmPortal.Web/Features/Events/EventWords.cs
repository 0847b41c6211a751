using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>
/// What things of an event are called, on every page and in every mail. Both languages stand side by side, as these lists are read as a whole.
/// </summary>
public static class EventWords
{
    public static string Of(LotState state) => state switch
    {
        LotState.Awarded => Say("awarded", "закупается"),
        LotState.NotAwarded => Say("not bought", "не закупается"),
        LotState.Cancelled => Say("cancelled", "отменён"),
        _ => Say("not decided yet", "ещё не решён"),
    };

    public static string Of(RoundLot lot) => Say($"Lot {lot.No}. {lot.Title}", $"Лот {lot.No}. {lot.Title}");

    public static string Kind(EventKind kind) => kind switch
    {
        EventKind.RequestForProposals => Say("Request for proposals", "Запрос предложений"),
        EventKind.RequestForPrices => Say("Request for prices", "Запрос цен"),
        EventKind.Tender => Say("Tender", "Конкурс"),
        EventKind.Rebidding => Say("Re-bidding", "Переторжка"),
        EventKind.ReverseAuction => Say("Reverse auction", "Редукцион"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string State(RoundState state) => state switch
    {
        RoundState.Draft => Say("Draft", "Черновик"),
        RoundState.PendingApproval => Say("Waiting for approval", "На согласовании"),
        RoundState.Published => Say("Accepting offers", "Приём предложений"),
        RoundState.Closed => Say("Submission closed", "Приём завершён"),
        RoundState.Opened => Say("Opened, under evaluation", "Вскрыта, идёт оценка"),
        RoundState.AwardProposed => Say("Award waiting for approval", "Решение на согласовании"),
        RoundState.Awarded => Say("Awarded", "Выбор сделан"),
        RoundState.NotAwarded => Say("Ended without award", "Завершена без выбора"),
        RoundState.Superseded => Say("Continued by the next round", "Продолжена следующим этапом"),
        RoundState.Cancelled => Say("Cancelled", "Отменена"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The colour and the icon of a state.</summary>
    public static (string Kind, string Icon) Look(RoundState state) => state switch
    {
        RoundState.Draft => ("mute", "pencil"),
        RoundState.PendingApproval or RoundState.AwardProposed => ("warn", "hourglass-split"),
        RoundState.Published => ("info", "unlock"),
        RoundState.Closed => ("mute", "lock"),
        RoundState.Opened => ("info", "table"),
        RoundState.Awarded => ("ok", "check-circle-fill"),
        _ => ("mute", "dash-circle"),
    };

    /// <summary><c>этап 1</c> for <c>/0</c>.</summary>
    public static string Stage(int no) => Say($"round {Shown.Number(no + 1)}", $"этап {Shown.Number(no + 1)}");

    /// <summary><c>Запрос предложений · этап 1</c>.</summary>
    public static string KindAndStage(EventKind kind, int no) => $"{Kind(kind)} · {Stage(no)}";

    /// <summary>Which round it is, and of how many.</summary>
    public static string Rounds(int no, int? announced) => announced is { } most
        ? Say($"Round {Shown.Number(no + 1)} of at most {Shown.Number(most)}.", $"Этап {Shown.Number(no + 1)} из не более чем {Shown.Number(most)}.")
        : Say($"Round {Shown.Number(no + 1)}. The number of rounds isn’t announced.", $"Этап {Shown.Number(no + 1)}. Число этапов не объявлено.");

    /// <summary>Of a further round.</summary>
    public static string Prices(bool onlyFall, string earlier) => onlyFall
        ? Say($"May only fall: no unit price above your own of {earlier}, in the currency of that offer.", $"Можно только снижать: не выше своей цены на этапе {earlier}, в валюте того предложения.")
        : Say("May be set anew, higher ones too.", "Назначаются заново, в том числе выше прежних.");

    /// <summary>Of a further round: what becomes of the offer to the one before.</summary>
    public static string EarlierOffers(bool stand, string earlier) => stand
        ? Say($"Whoever submits nothing here takes part with the offer to {earlier}, for the items that are asked as before. Whoever declines doesn’t.",
            $"Кто не подаст новое, участвует с предложением этапа {earlier} по позициям, запрошенным без изменений. Кто откажется, не участвует.")
        : Say($"The offer to {earlier} doesn’t take part: whoever submits nothing here is out.", $"Предложение этапа {earlier} не участвует: кто не подаст новое, выбывает.");

    public static string Of(Audience audience) => audience is Audience.Invited
        ? Say("By invitation", "По приглашению") : Say("Open to the suppliers of the categories", "Открыта поставщикам категорий");

    /// <summary><c>Часть позиций, часть количества, аналоги</c>.</summary>
    public static string MayOffer(bool onlyAllItems, bool partOfQuantity, bool substitutes) => string.Join(", ", new[]
    {
        onlyAllItems ? Say("All items must be offered", "Предлагаются все позиции") : Say("Some of the items", "Часть позиций"),
        partOfQuantity ? Say("part of a quantity", "часть количества") : "",
        substitutes ? Say("substitutes", "аналоги") : "",
    }.Where(part => part.Length > 0));

    public static string Of(OpeningRule rule) => rule switch
    {
        OpeningRule.Automatic => Say("By itself after the deadline", "Автоматически после срока"),
        OpeningRule.OneOpener => Say("By one person", "Одним лицом"),
        OpeningRule.TwoOpeners => Say("By two people, the second within 24 hours", "Двумя лицами, второе в течение 24 часов"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };

    public static string Of(Debrief debrief) => debrief switch
    {
        Debrief.Nothing => Say("Only the own outcome", "Только свой итог"),
        Debrief.Rank => Say("The own place by price, of each line and of the whole offer", "Своё место по цене: по каждой строке и в целом"),
        Debrief.PriceGap => Say("By how many percent the own price is above the chosen one", "На сколько процентов своя цена выше выбранной"),
        _ => throw new ArgumentOutOfRangeException(nameof(debrief), debrief, null),
    };

    public static string Of(QuestionType type) => type switch
    {
        QuestionType.Text => Say("Text", "Текст"),
        QuestionType.Number => Say("Number", "Число"),
        QuestionType.YesNo => Say("Yes or no", "Да или нет"),
        QuestionType.OneOfList => Say("One of a list", "Один из списка"),
        QuestionType.Date => Say("Date", "Дата"),
        QuestionType.File => Say("File", "Файл"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Of(InvitationState state) => state switch
    {
        InvitationState.Invited => Say("No answer", "Нет ответа"),
        InvitationState.WillTakePart => Say("Will take part", "Примет участие"),
        InvitationState.Declined => Say("Declined", "Отказался"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(bool yes) => yes ? Say("yes", "да") : Say("no", "нет");

    /// <summary><c>4,200 т</c>.</summary>
    public static string Quantity(decimal quantity, string unit)
    {
        var known = Units.Of(unit);
        return Shown.Quantity(quantity, known.Scale, known.Symbol(Language.Current));
    }

    /// <summary>The rate as it was published: <c>10 CNY = 114,2300 ₽</c>.</summary>
    public static string Rate(CurrencyRate rate, string comparison) =>
        $"{Shown.Number(rate.Nominal)}\u00A0{rate.Code} = {Shown.Number(rate.Rate, Math.Max(4, (int)(rate.Rate ?? 0m).Scale))}\u00A0{Shown.Currency(comparison)}";

    /// <summary>The one of two texts that the reader's language asks for.</summary>
    public static string Say(string english, string russian) => Language.IsRussian ? russian : english;
}
