using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Data.Mails
{
    internal sealed class MailTextConfiguration : IEntityTypeConfiguration<MailText>
    {
        public void Configure(EntityTypeBuilder<MailText> table)
        {
            table.ToTable("MailTexts");
            table.Property(t => t.Mail).HasMaxLength(80);
            table.Property(t => t.Language).HasMaxLength(8);
            table.Property(t => t.Subject).HasMaxLength(MailWording.LongestLine);
            table.Property(t => t.Heading).HasMaxLength(MailWording.LongestLine);
            table.Property(t => t.Button).HasMaxLength(MailWording.LongestButton);
            table.Property(t => t.Text).HasMaxLength(-1);
            table.Ignore(t => t.Wording);
            table.HasIndex(t => new { t.Mail, t.Language }).IsUnique();
        }
    }
}

namespace SrmPortal.Data
{
    public abstract partial class PortalDbContext
    {
        public DbSet<MailText> MailTexts => Set<MailText>();

        private bool IsAdministrator => scope.Is.Has(StaffRoles.Administrator);

        private void MailTextWalls(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<MailText>().HasQueryFilter(Walls.House, t => IsSystem || IsAdministrator);
    }
}
