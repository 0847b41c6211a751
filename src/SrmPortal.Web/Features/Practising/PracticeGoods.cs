using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure.Papers;

namespace SrmPortal.Web.Features.Practising;

/// <summary>
/// What a practice event asks for, in the language of whoever starts it: little enough to be answered in some minutes, and enough to meet what
/// real events hold: two lots, a price for a hundred, a whole quantity and a part, Incoterms, a question that must be answered.
/// </summary>
internal static class PracticeGoods
{
    private const int DeliveryDays = 45;

    public static PracticeContent In(string timeZone, DateTime now)
    {
        var delivery = DateOnly.FromDateTime(now).AddDays(DeliveryDays);
        return new PracticeContent(Terms(timeZone),
            [new RoundLot(1, Say("Fasteners", "Крепёж")), new RoundLot(2, Say("Protective equipment", "Средства защиты"))],
            [.. Items().Select(item => item with { DeliveryDate = delivery, DeliveryPlace = Say("Any warehouse: nothing is delivered", "Любой склад: поставки не будет") })],
            [
                new RoundQuestion(1, Say("Do you agree to payment 30 days after delivery?", "Согласны ли вы на оплату через 30 дней после поставки?"), QuestionType.YesNo, IsMandatory: true),
                new RoundQuestion(2, Say("Who makes the goods?", "Кто изготовитель?"), QuestionType.Text, IsMandatory: false),
            ]);
    }

    public static string NameOfRequirements => Say("Requirements.pdf", "Требования.pdf");

    /// <summary>The document beside it.</summary>
    public static Paper Requirements(Round round) => new(Say("Requirements for the goods", "Требования к товару"), $"{round.Name}", Say("Practice: nothing is bought", "Пробная процедура: ничего не закупается"),
    [
        new PaperSection(Say("Marking and packing", "Маркировка и упаковка"),
        [
            new PaperBlock.Said(Say("Each box carries the item’s number and quantity.", "На каждой коробке указаны номер позиции и количество.")),
            new PaperBlock.Said(Say("Fasteners come with a certificate of the maker; attach a sample of it to the offer.", "Крепёж поставляется с сертификатом изготовителя; образец приложите к предложению.")),
        ]),
        new PaperSection(Say("Acceptance", "Приёмка"), [new PaperBlock.Said(Say("By number and by the drawing, within ten days.", "По количеству и чертежу, в течение десяти дней."))]),
    ])
    {
        Footer = round.Name,
        PageOf = Say("page {0} of {1}", "стр. {0} из {1}"),
    };

    private static RoundTerms Terms(string timeZone) => new()
    {
        Kind = EventKind.RequestForPrices,
        Title = Say("Practice: fasteners and protective equipment", "Пробная закупка: крепёж и средства защиты"),
        Description = Say(
            "Try everything here: prices and terms, saving, a spreadsheet, attachments, submitting, the receipt, changing and withdrawing. Nothing is bought, and nobody but your company sees it.",
            "Попробуйте здесь всё: цены и условия, сохранение, таблицу, вложения, подачу, квитанцию, изменение и отзыв. Ничего не закупается, и кроме вашей компании этого никто не видит."),
        TimeZone = timeZone,
        DesiredDelivery = Say("DAP Vyksa", "DAP Выкса"),
        PaymentTerms = Say("30 days after delivery", "30 дней после поставки"),
        DeliveryTerms = Say("In one consignment, by lorry", "Одной партией, автотранспортом"),
        AllowsPartialQuantities = true,
        AllowsSubstitutes = true,
        OfferValidityDays = 30,
    };

    private static RoundItem[] Items() =>
    [
        new("0001", Say("Bolt M16×60, 8.8", "Болт М16×60, 8.8"), 1_200, "pcs") { Lot = 1, FullName = Say("Hexagon bolt, ISO 4014, zinc plated", "Болт с шестигранной головкой ГОСТ Р ИСО 4014, оцинкованный") },
        new("0002", Say("Nut M16, class 8", "Гайка М16, кл. 8"), 1_200, "pcs") { Lot = 1, FullName = Say("Hexagon nut, ISO 4032, zinc plated", "Гайка шестигранная ГОСТ ISO 4032, оцинкованная") },
        new("0003", Say("Washer 16", "Шайба 16"), 2_400, "pcs") { Lot = 1, PriceUnit = 100, FullName = Say("Plain washer, ISO 7089; the price is for 100 pieces", "Шайба плоская ISO 7089; цена указывается за 100 шт") },
        new("0004", Say("Heat-resistant gloves", "Перчатки термостойкие"), 300, "pair") { Lot = 2, FullName = Say("Split leather, length 35 cm", "Спилковые, длина 35 см") },
        new("0005", Say("Helmet with visor", "Каска со щитком"), 60, "pcs") { Lot = 2, FullName = Say("For hot work, visor of polycarbonate", "Для горячих работ, щиток из поликарбоната") },
    ];

    private static string Say(string english, string russian) => EventWords.Say(english, russian);
}
