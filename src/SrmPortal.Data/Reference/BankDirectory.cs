using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Data.Reference;

/// <summary>A directory of banks that was imported; the newest is in force.</summary>
public sealed class BankDirectoryImport : IInsertOnly
{
    private BankDirectoryImport()
    {
    }

    public BankDirectoryImport(DateOnly day, int count, long personId, DateTime now) => (Day, Count, PersonId, At) = (day, count, personId, now);

    public long Id { get; private set; }

    /// <summary>The business day that the directory is of.</summary>
    public DateOnly Day { get; private set; }

    public int Count { get; private set; }

    /// <summary>Who imported it.</summary>
    public long PersonId { get; private set; }

    public DateTime At { get; private set; }
}

internal sealed class BankConfiguration : IEntityTypeConfiguration<Bank>
{
    public void Configure(EntityTypeBuilder<Bank> table)
    {
        table.ToTable("Banks");
        table.HasKey(b => b.Bik);
        table.Property(b => b.Bik).HasMaxLength(9);
        table.Property(b => b.City).HasMaxLength(100);
        table.Property(b => b.CorrespondentAccount).HasMaxLength(20);
    }
}

internal sealed class BankDirectoryImportConfiguration : IEntityTypeConfiguration<BankDirectoryImport>
{
    public void Configure(EntityTypeBuilder<BankDirectoryImport> table) => table.ToTable("BankDirectoryImports");
}
