using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data.Accounts
{
    internal sealed class PersonConsentConfiguration : IEntityTypeConfiguration<PersonConsent>
    {
        public void Configure(EntityTypeBuilder<PersonConsent> table)
        {
            table.ToTable("PersonConsents");
            table.Property(c => c.Language).HasMaxLength(8);
            table.Property(c => c.TextHash).HasMaxLength(64);
            table.HasOne(c => c.Account).WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(c => new { c.AccountId, c.Kind, c.Edition });
        }
    }
}

namespace SrmPortal.Data
{
    public abstract partial class PortalDbContext
    {
        public DbSet<PersonConsent> PersonConsents => Set<PersonConsent>();

        private void PersonConsentWalls(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<PersonConsent>().HasQueryFilter(Walls.Person, c => IsSystem || c.AccountId == PersonId);
    }
}
