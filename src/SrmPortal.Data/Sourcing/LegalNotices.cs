using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Data.Sourcing;

/// <summary>The first editions come with the portal; later ones are added beside them.</summary>
internal sealed class LegalNoticeConfiguration : IEntityTypeConfiguration<LegalNotice>
{
    private static readonly DateOnly FirstEdition = new(2026, 9, 1);

    public void Configure(EntityTypeBuilder<LegalNotice> table)
    {
        table.ToTable("LegalNotices");
        table.Property(n => n.Russian).HasMaxLength(4000);
        table.Property(n => n.English).HasMaxLength(4000);
        table.HasIndex(n => new { n.Kind, n.Edition }).IsUnique();
        table.HasData(
            First(1, EventKind.RequestForProposals,
                "Запрос предложений не является торгами (ст. 447–449 ГК РФ) и публичным конкурсом (ст. 1057–1061 ГК РФ). Приём предложения не обязывает заказчика заключить договор. Заказчик вправе отклонить все предложения, изменить условия до срока приёма или отменить процедуру, не возмещая расходов участников.",
                "A request for proposals is neither a bidding under articles 447–449 nor a public competition under articles 1057–1061 of the Civil Code of Russia. Receiving an offer does not oblige the customer to conclude a contract. The customer may reject all offers, change the terms before the deadline or cancel the event without compensating the participants’ expenses."),
            First(2, EventKind.RequestForPrices,
                "Запрос цен не является торгами (ст. 447–449 ГК РФ), публичным конкурсом (ст. 1057–1061 ГК РФ) и офертой заказчика. Он служит изучению рынка и выбору поставщика; заказчик вправе не заключать договор ни с одним из участников и не возмещает их расходов.",
                "A request for prices is neither a bidding under articles 447–449, nor a public competition under articles 1057–1061 of the Civil Code of Russia, nor an offer of the customer. It serves to study the market and to choose a supplier; the customer need not conclude a contract with any participant and does not compensate their expenses."),
            First(3, EventKind.Tender,
                "Конкурс проводится как торги (ст. 447–449 ГК РФ) на условиях, опубликованных на портале. Поданное предложение связывает участника до конца названного в нём срока действия. Заказчик вправе отказаться от проведения конкурса до срока приёма предложений; договор заключается с победителем на условиях его предложения.",
                "The tender is held as a bidding under articles 447–449 of the Civil Code of Russia on the terms published in the portal. A submitted offer binds the participant until the end of the validity named in it. The customer may call the tender off before the deadline for offers; the contract is concluded with the winner on the terms of its offer."),
            First(4, EventKind.Rebidding,
                "Переторжка — этап объявленной ранее процедуры: участники могут улучшить свои предложения. Она не является самостоятельными торгами (ст. 447–449 ГК РФ) и не обязывает заказчика заключить договор. Условия и срок этапа названы в его карточке.",
                "Re-bidding is a stage of an event announced before: participants may improve their offers. It is not a bidding of its own under articles 447–449 of the Civil Code of Russia and does not oblige the customer to conclude a contract. Terms and deadline of the stage stand on its card."));
    }

    private static object First(long id, EventKind kind, string russian, string english) =>
        new { Id = id, Kind = kind, Edition = 1, Date = FirstEdition, Russian = russian, English = english };
}
