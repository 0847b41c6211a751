using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Registration;

/// <summary>With the kinds and the matrix that a new portal begins with. Their keys are negative: the database numbers what is added.</summary>
internal sealed class DocumentKindConfiguration : IEntityTypeConfiguration<DocumentKind>
{
    public void Configure(EntityTypeBuilder<DocumentKind> table)
    {
        table.ToTable("DocumentKinds");
        table.Property(k => k.Code).HasMaxLength(32);
        table.Property(k => k.Name).HasMaxLength(DocumentKind.LongestName);
        table.Property(k => k.NameEn).HasMaxLength(DocumentKind.LongestName);
        table.Property(k => k.Hint).HasMaxLength(DocumentKind.LongestHint);
        table.Property(k => k.HintEn).HasMaxLength(DocumentKind.LongestHint);
        table.Property(k => k.Blank).HasMaxLength(-1);
        table.Property(k => k.BlankEn).HasMaxLength(-1);
        table.Ignore(k => k.HasBlank);
        table.HasIndex(k => k.Code).IsUnique();
        table.HasMany(k => k.Demands).WithOne().HasForeignKey("KindId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        table.Navigation(k => k.Demands).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        table.HasData(Of());
    }

    private static object[] Of() =>
    [
        Kind(-1, 10, "charter", "Устав", "Charter"),
        Kind(-2, 20, "appointment", "Решение о назначении руководителя", "Decision on the head’s appointment"),
        Kind(-3, 10, "tax-registration", "Свидетельство о постановке на налоговый учёт", "Certificate of tax registration"),
        Kind(-4, 10, "register-extract", "Выписка из торгового реестра", "Extract from the trade register",
            hint: "С апостилем или легализацией и заверенным переводом на русский.", hintEn: "Apostilled or legalised, with a certified Russian translation."),
        Kind(-5, 30, DocumentRequirement.PowerOfAttorney, "Доверенность подписанта", "Signatory’s power of attorney", validity: true,
            hint: "Нужна, если подписант действует по доверенности.", hintEn: "Needed if a signatory acts by a power of attorney."),
        Kind(-6, 40, "accounts", "Бухгалтерская отчётность за прошлый год", "Annual accounts of last year"),
        Kind(-7, 50, "declaration", "Анкета-декларация с подписью", "Signed declaration",
            hint: "Распечатайте бланк: данные уже в нём. Подпишите, отсканируйте и приложите.",
            hintEn: "Print the blank form: the data is in it already. Sign, scan and attach it.", blank: BlankForms.Declaration, blankEn: BlankForms.DeclarationEn),
        Kind(-8, 60, "quality", "Сертификат системы качества", "Quality system certificate", validity: true),
        Kind(-9, 70, "licence", "Лицензии и допуски СРО", "Licences and approvals"),
    ];

    private static object Kind(long id, int order, string code, string name, string nameEn, bool validity = false, string hint = "", string hintEn = "", string blank = "", string blankEn = "") => new
    {
        Id = id,
        Revision = 0,
        Code = code,
        Name = name,
        NameEn = nameEn,
        Hint = hint,
        HintEn = hintEn,
        HasNumber = true,
        HasValidity = validity,
        Order = order,
        Blank = blank,
        BlankEn = blankEn,
        IsRetired = false,
    };
}

internal sealed class DocumentDemandConfiguration : IEntityTypeConfiguration<DocumentDemand>
{
    private const string Russia = "RU", Abroad = "!RU";

    private static readonly string Organisations = string.Join(' ', LegalForms.Of(Russia).Where(LegalForms.HasKpp));
    private static readonly string Persons = string.Join(' ', LegalForms.Of(Russia).Where(LegalForms.IsPerson));

    public void Configure(EntityTypeBuilder<DocumentDemand> table)
    {
        table.ToTable("DocumentDemands");
        table.Property(d => d.Country).HasMaxLength(3);
        table.Property(d => d.LegalForms).HasMaxLength(400);
        table.Ignore(d => d.Forms);
        table.HasData(
            Demand(-1, Russia, Organisations, true), Demand(-2, Russia, Organisations, true), Demand(-3, Russia, Persons, true),
            Demand(-4, Abroad, DocumentDemand.Any, true), Demand(-5, DocumentDemand.Any, DocumentDemand.Any, false), Demand(-6, Russia, Organisations, true),
            Demand(-7, DocumentDemand.Any, DocumentDemand.Any, true), Demand(-8, DocumentDemand.Any, DocumentDemand.Any, false), Demand(-9, DocumentDemand.Any, DocumentDemand.Any, false));
    }

    private static object Demand(long kind, string country, string forms, bool isMandatory) =>
        new { Id = kind, KindId = kind, Country = country, LegalForms = forms, IsMandatory = isMandatory };
}
