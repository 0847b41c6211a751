using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Data.Registration;

internal sealed class SupplierRegistrationConfiguration : IEntityTypeConfiguration<SupplierRegistration>
{
    public void Configure(EntityTypeBuilder<SupplierRegistration> table)
    {
        table.ToTable("Registrations");
        table.Property(r => r.Number).HasMaxLength(8);
        table.Property(r => r.ApplicantKey).HasMaxLength(ContactWays.LongestEmail);
        table.Property(r => r.Country).HasMaxLength(2);
        table.Property(r => r.TaxKey).HasMaxLength(35);
        table.Property(r => r.BranchKpp).HasMaxLength(9);
        table.Property(r => r.CompanyName).HasMaxLength(400);
        table.Property(r => r.NameKey).HasMaxLength(CompanyNames.LongestKey);
        table.Property(r => r.SearchText).HasMaxLength(1200);
        table.ComplexProperty(r => r.Applicant, applicant =>
        {
            applicant.Property(a => a.LastName).HasMaxLength(100);
            applicant.Property(a => a.FirstName).HasMaxLength(100);
            applicant.Property(a => a.MiddleName).HasMaxLength(100);
            applicant.Property(a => a.Email).HasMaxLength(ContactWays.LongestEmail);
            applicant.Property(a => a.Language).HasMaxLength(8);
            applicant.Ignore(a => a.FullName);
        });
        table.Property(r => r.Content).AsJson();
        table.Property<List<Consent>>("_consents").HasColumnName("Consents").AsJson();
        table.Property<List<DateTime>>("_mailsAsked").HasColumnName("MailsAsked").AsJson();
        table.Ignore(r => r.Consents);
        table.HasOne<Supplier>().WithMany().HasForeignKey(r => r.RenewsSupplierId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(r => r.ApplicantKey);
        table.HasIndex(r => r.StartKey).IsUnique();
        table.HasIndex(r => r.Number).IsUnique();
        table.HasIndex(r => new { r.Country, r.TaxKey });
        table.HasIndex(r => new { r.NameLength, r.NameKey });
        table.HasIndex(r => new { r.State, r.SubmittedAt });
        table.HasIndex(r => new { r.State, r.TouchedAt });
    }
}

internal sealed class RegistrationSendingConfiguration : IEntityTypeConfiguration<RegistrationSending>
{
    public void Configure(EntityTypeBuilder<RegistrationSending> table)
    {
        table.ToTable("RegistrationSendings");
        table.HasOne<SupplierRegistration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(s => new { s.RegistrationId, s.No }).IsUnique();
        table.Property(s => s.Content).AsJson();
    }
}

internal static class JsonColumns
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A value that is only ever replaced as a whole, as text: the same on every database.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class? => property
        .HasConversion(
            value => JsonSerializer.Serialize(value, Json),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => value!.GetHashCode(), value => value))
        .HasMaxLength(-1);
}
