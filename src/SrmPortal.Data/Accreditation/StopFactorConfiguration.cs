using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accreditation;

namespace SrmPortal.Data.Accreditation;

/// <summary>With what a new portal looks up: the free registers of Russia for companies of Russia, sanctions and references for all.</summary>
internal sealed class StopFactorConfiguration : IEntityTypeConfiguration<StopFactor>
{
    private const string Security = "security", Finance = "finance", Russia = "RU";

    public void Configure(EntityTypeBuilder<StopFactor> table)
    {
        table.ToTable("StopFactors");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.CheckCode).HasMaxLength(32);
        table.Property(f => f.Countries).HasMaxLength(1000);
        table.Property(f => f.Link).HasMaxLength(StopFactor.LongestLink);
        table.HasIndex(f => new { f.CheckCode, f.Order });
        table.HasData(Of());
    }

    private static StopFactor[] Of() =>
    [
        new()
        {
            Id = 1, CheckCode = Security, Order = 10, Countries = Russia, Link = "https://egrul.nalog.ru/",
            Name = "ЕГРЮЛ / ЕГРИП: действует, сведения достоверны", NameEn = "EGRUL / EGRIP: active, entries reliable",
        },
        new()
        {
            Id = 2, CheckCode = Security, Order = 20, Countries = Russia, Link = "https://service.nalog.ru/disqualified.do",
            Name = "Дисквалифицированные лица", NameEn = "Disqualified persons",
        },
        new()
        {
            Id = 3, CheckCode = Security, Order = 30, Countries = Russia, Link = "https://zakupki.gov.ru/epz/dishonestsupplier/search/results.html",
            Name = "Реестр недобросовестных поставщиков (РНП)", NameEn = "Register of unfair suppliers (RNP)",
        },
        new()
        {
            Id = 4, CheckCode = Security, Order = 40,
            Name = "Связь с работниками группы, санкционные списки", NameEn = "Affiliation with the group’s staff, sanctions lists",
        },
        new()
        {
            Id = 5, CheckCode = Finance, Order = 10, Countries = Russia, Link = "https://bankrot.fedresurs.ru/",
            Name = "Банкротство (Федресурс)", NameEn = "Insolvency (Fedresurs)",
        },
        new()
        {
            Id = 6, CheckCode = Finance, Order = 20, Countries = Russia, Link = "https://kad.arbitr.ru/",
            Name = "Арбитражные дела в роли ответчика", NameEn = "Arbitration cases as a defendant",
        },
        new()
        {
            Id = 7, CheckCode = Finance, Order = 30, Countries = Russia, Link = "https://fssp.gov.ru/iss/ip",
            Name = "Исполнительные производства (ФССП)", NameEn = "Enforcement proceedings (FSSP)",
        },
        new()
        {
            Id = 8, CheckCode = Finance, Order = 40, Countries = Russia, Link = "https://pb.nalog.ru/",
            Name = "Налоги: задолженность, «Прозрачный бизнес»", NameEn = "Taxes: debt, “Transparent business”",
        },
        new()
        {
            Id = 9, CheckCode = Finance, Order = 50,
            Name = "Чистые активы, убыток за прошлый год", NameEn = "Net assets, loss of last year",
        },
    ];
}
