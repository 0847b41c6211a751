using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Data.Accreditation;

/// <summary>With the checks that a new portal begins with.</summary>
internal sealed class CheckDefinitionConfiguration : IEntityTypeConfiguration<CheckDefinition>
{
    public void Configure(EntityTypeBuilder<CheckDefinition> table)
    {
        table.ToTable("CheckDefinitions");
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Code).HasMaxLength(32);
        table.Property(d => d.Countries).HasMaxLength(CheckDefinition.LongestList);
        table.Property(d => d.Categories).HasMaxLength(CheckDefinition.LongestList);
        table.HasIndex(d => d.Code).IsUnique();
        table.HasData(
            new CheckDefinition
            {
                Id = 1,
                Code = "completeness",
                Order = 10,
                NormDays = 1,
                Parts = RegistrationParts.All,
                Name = "Комплектность",
                NameEn = "Completeness",
                Department = "отдел аккредитации",
                DepartmentEn = "accreditation desk",
            },
            new CheckDefinition
            {
                Id = 2,
                Code = "security",
                Order = 20,
                NormDays = 3,
                Parts = RegistrationParts.Details | RegistrationParts.People,
                Name = "Безопасность",
                NameEn = "Security",
                Department = "служба безопасности",
                DepartmentEn = "security service",
            },
            new CheckDefinition
            {
                Id = 3,
                Code = "legal",
                Order = 30,
                NormDays = 3,
                Parts = RegistrationParts.Details | RegistrationParts.People | RegistrationParts.Documents,
                Name = "Юридическая проверка",
                NameEn = "Legal check",
                Department = "правовой департамент",
                DepartmentEn = "legal department",
            },
            new CheckDefinition
            {
                Id = 4,
                Code = "finance",
                Order = 40,
                NormDays = 3,
                Parts = RegistrationParts.Details | RegistrationParts.Documents,
                Name = "Финансовая проверка",
                NameEn = "Financial check",
                Department = "финансовый контроль",
                DepartmentEn = "financial control",
            },
            new CheckDefinition
            {
                Id = 5,
                Code = "commission",
                Order = 50,
                NormDays = 15,
                Parts = RegistrationParts.Categories | RegistrationParts.Documents,
                IsCommission = true,
                HasMeeting = true,
                Name = "Квалификационная комиссия",
                NameEn = "Qualification commission",
                Department = "комиссия",
                DepartmentEn = "commission",
            });
    }
}

/// <summary>
/// Russia's days off that fall on weekdays. 2026: government decree No. 1466 of 24.09.2025. 2027: article 112 of the Labour Code; what a decree
/// moves in that year the administrator enters.
/// </summary>
internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    private static readonly string[] DaysOff =
    [
        "2026-01-01", "2026-01-02", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09", "2026-02-23", "2026-03-09",
        "2026-05-01", "2026-05-11", "2026-06-12", "2026-11-04", "2026-12-31",
        "2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08", "2027-02-23", "2027-03-08",
        "2027-05-03", "2027-05-10", "2027-06-14", "2027-11-04",
    ];

    public void Configure(EntityTypeBuilder<CalendarDay> table)
    {
        table.ToTable("CalendarDays");
        table.HasKey(d => d.Date);
        table.HasData(DaysOff.Select(day => new CalendarDay { Date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) }));
    }
}

internal sealed class DeskTimeConfiguration : IEntityTypeConfiguration<DeskTime>
{
    public void Configure(EntityTypeBuilder<DeskTime> table)
    {
        var usual = new DeskLimits();
        table.ToTable("DeskTime");
        table.Property(t => t.Reminders).HasMaxLength(32);
        table.Ignore(t => t.Limits);
        table.HasData(new
        {
            Id = -1L,
            Revision = 0,
            usual.AnswerDays,
            usual.EndOfDay,
            Reminders = DeskTime.Written(usual.Reminders),
            usual.ReviewerReminder,
            usual.ValidYears,
        });
    }
}
