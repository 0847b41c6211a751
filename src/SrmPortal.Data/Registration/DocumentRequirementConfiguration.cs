using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Registration;

/// <summary>With the matrix that a new portal begins with.</summary>
internal sealed class DocumentRequirementConfiguration : IEntityTypeConfiguration<DocumentRequirement>
{
    private const string Russia = "RU", Abroad = "!RU";

    private static readonly string Organisations = string.Join(' ', LegalForms.Of(Russia).Where(LegalForms.HasKpp));
    private static readonly string Persons = string.Join(' ', LegalForms.Of(Russia).Where(LegalForms.IsPerson));

    public void Configure(EntityTypeBuilder<DocumentRequirement> table)
    {
        table.ToTable("DocumentRequirements");
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Country).HasMaxLength(3);
        table.Property(d => d.LegalForms).HasMaxLength(400);
        table.Property(d => d.Kind).HasMaxLength(32);
        table.Property(d => d.Hint).HasMaxLength(400);
        table.Property(d => d.HintEn).HasMaxLength(400);
        table.HasIndex(d => new { d.Kind, d.Country, d.LegalForms }).IsUnique();
        table.HasData(Of());
    }

    private static DocumentRequirement[] Of() =>
    [
        new()
        {
            Id = 1, Order = 10, Country = Russia, LegalForms = Organisations, Kind = "charter", IsMandatory = true,
            Name = "Устав", NameEn = "Charter",
        },
        new()
        {
            Id = 2, Order = 20, Country = Russia, LegalForms = Organisations, Kind = "appointment", IsMandatory = true,
            Name = "Решение о назначении руководителя", NameEn = "Decision on the head’s appointment",
        },
        new()
        {
            Id = 3, Order = 10, Country = Russia, LegalForms = Persons, Kind = "tax-registration", IsMandatory = true,
            Name = "Свидетельство о постановке на налоговый учёт", NameEn = "Certificate of tax registration",
        },
        new()
        {
            Id = 4, Order = 10, Country = Abroad, Kind = "register-extract", IsMandatory = true,
            Name = "Выписка из торгового реестра", NameEn = "Extract from the trade register",
            Hint = "С апостилем или легализацией и заверенным переводом на русский.", HintEn = "Apostilled or legalised, with a certified Russian translation.",
        },
        new()
        {
            Id = 5, Order = 30, Kind = DocumentRequirement.PowerOfAttorney, HasValidity = true,
            Name = "Доверенность подписанта", NameEn = "Signatory’s power of attorney",
            Hint = "Нужна, если подписант действует по доверенности.", HintEn = "Needed if a signatory acts by a power of attorney.",
        },
        new()
        {
            Id = 6, Order = 40, Country = Russia, LegalForms = Organisations, Kind = "accounts", IsMandatory = true,
            Name = "Бухгалтерская отчётность за прошлый год", NameEn = "Annual accounts of last year",
        },
        new()
        {
            Id = 7, Order = 50, Kind = "declaration", IsMandatory = true, HasBlank = true,
            Name = "Анкета-декларация с подписью", NameEn = "Signed declaration",
            Hint = "Распечатайте бланк: данные уже в нём. Подпишите, отсканируйте и приложите.",
            HintEn = "Print the blank form: the data is in it already. Sign, scan and attach it.",
        },
        new()
        {
            Id = 8, Order = 60, Kind = "quality", HasValidity = true,
            Name = "Сертификат системы качества", NameEn = "Quality system certificate",
        },
        new()
        {
            Id = 9, Order = 70, Kind = "licence", HasValidity = false,
            Name = "Лицензии и допуски СРО", NameEn = "Licences and approvals",
        },
    ];
}
