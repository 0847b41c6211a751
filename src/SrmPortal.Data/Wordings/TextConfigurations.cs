using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Wordings;

namespace SrmPortal.Data.Wordings
{
    internal sealed class TextConfigurations : IEntityTypeConfiguration<PortalText>, IEntityTypeConfiguration<TextEdition>
    {
        private const string Owner = "PortalTextId";

        public void Configure(EntityTypeBuilder<PortalText> table)
        {
            table.ToTable("PortalTexts");
            table.Property(t => t.Key).HasMaxLength(PortalText.LongestKey);
            // Two bodies of 60,000 characters.
            table.Property(t => t.Draft).AsJson();
            table.HasIndex(t => t.Key).IsUnique();
            table.HasMany(t => t.Editions).WithOne().HasForeignKey(Owner).IsRequired().OnDelete(DeleteBehavior.Cascade);
            table.HasOne<UserAccount>().WithMany().HasForeignKey(t => t.DraftById).OnDelete(DeleteBehavior.Restrict);
        }

        public void Configure(EntityTypeBuilder<TextEdition> table)
        {
            table.ToTable("TextEditions");
            table.Property(e => e.Key).HasMaxLength(PortalText.LongestKey);
            table.Property(e => e.Reason).HasMaxLength(PortalText.LongestReason);
            table.Property(e => e.RussianTitle).HasMaxLength(TextWording.LongestTitle);
            table.Property(e => e.EnglishTitle).HasMaxLength(TextWording.LongestTitle);
            table.Property(e => e.RussianBody).HasMaxLength(-1);
            table.Property(e => e.EnglishBody).HasMaxLength(-1);
            table.Ignore(e => e.Standing);
            table.HasIndex(e => new { e.Key, e.Edition }).IsUnique();
            table.HasOne<UserAccount>().WithMany().HasForeignKey(e => e.PublishedById).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

namespace SrmPortal.Data
{
    public abstract partial class PortalDbContext
    {
        public DbSet<PortalText> PortalTexts => Set<PortalText>();

        public DbSet<TextEdition> TextEditions => Set<TextEdition>();

        private void TextWalls(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<PortalText>().HasQueryFilter(Walls.House, t => IsSystem || IsAdministrator);
            modelBuilder.Entity<TextEdition>().HasQueryFilter(Walls.Open, e => true);
        }
    }
}
