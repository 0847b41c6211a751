using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Keys;

/// <summary>One key of the ring that protects cookies and forms, as the framework writes it; in Production encrypted by a certificate.</summary>
public sealed class KeyRingEntry(string name, string xml)
{
    public long Id { get; private set; }

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}

internal sealed class KeyRingConfiguration : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
    {
        builder.ToTable("KeyRing");
        builder.Property(key => key.Xml).HasMaxLength(-1);
    }
}
