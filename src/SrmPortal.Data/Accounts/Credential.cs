using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data.Accounts;

/// <summary>
/// What only the person has: the password's hash and the security stamp; the second step is a <see cref="SecondStep"/>. Its key is the
/// account's. Names and addresses are the account's; failures are counted by <see cref="SignInCounters"/>, not here, or a stranger could
/// lock somebody out.
/// </summary>
public sealed class Credential : IdentityUser<long>
{
    /// <summary>In UTC.</summary>
    public DateTime? PasswordSetAt { get; set; }
}

/// <summary>A browser in which somebody has signed in to this account. It holds a random mark of which the hash stands here.</summary>
public sealed class KnownBrowser
{
    public long Id { get; private set; }

    public required long AccountId { get; init; }

    public required byte[] MarkHash { get; init; }

    public required DateTime KnownSince { get; init; }

    public DateTime LastSignInAt { get; set; }
}

internal sealed class CredentialConfiguration : IEntityTypeConfiguration<Credential>, IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>, IEntityTypeConfiguration<KnownBrowser>
{
    public void Configure(EntityTypeBuilder<Credential> table)
    {
        table.ToTable("Credentials");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.UserName).HasMaxLength(32);
        table.Property(c => c.NormalizedUserName).HasMaxLength(32);
        table.Property(c => c.ConcurrencyStamp).HasMaxLength(36).IsConcurrencyToken();
        table.Property(c => c.SecurityStamp).HasMaxLength(64);
        table.Ignore(c => c.Email).Ignore(c => c.NormalizedEmail).Ignore(c => c.EmailConfirmed).Ignore(c => c.PhoneNumber).Ignore(c => c.PhoneNumberConfirmed);
        table.HasOne<UserAccount>().WithOne().HasForeignKey<Credential>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> table)
    {
        table.ToTable("CredentialClaims");
        table.Property(c => c.ClaimValue).HasMaxLength(1000);
        table.HasOne<Credential>().WithMany().HasForeignKey(c => c.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> table)
    {
        table.ToTable("CredentialLogins");
        table.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        table.Property(l => l.LoginProvider).HasMaxLength(128);
        table.HasOne<Credential>().WithMany().HasForeignKey(l => l.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> table)
    {
        table.ToTable("CredentialTokens");
        table.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        table.Property(t => t.LoginProvider).HasMaxLength(128);
        table.Property(t => t.Name).HasMaxLength(128);
        table.Property(t => t.Value).HasMaxLength(-1);
        table.HasOne<Credential>().WithMany().HasForeignKey(t => t.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<KnownBrowser> table)
    {
        table.ToTable("KnownBrowsers");
        table.Property(b => b.MarkHash).HasMaxLength(32);
        table.HasOne<UserAccount>().WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(b => new { b.AccountId, b.MarkHash }).IsUnique();
    }
}
