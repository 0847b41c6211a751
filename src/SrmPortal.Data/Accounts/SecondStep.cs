using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Data.Accounts;

/// <summary>The second step of one account's signing in. Its secrets are stored sealed by the portal, and opened there alone.</summary>
public sealed class SecondStep
{
    public required long AccountId { get; init; }

    /// <summary>What the authenticator app knows too; null: the step is off.</summary>
    public byte[]? Secret { get; set; }

    /// <summary>In UTC; null: the step is off.</summary>
    public DateTime? OnSince { get; set; }

    /// <summary>Shown to be put into an app, and not confirmed by a code yet. Until then the one in force stays.</summary>
    public byte[]? NewSecret { get; set; }

    /// <summary>The step of time whose code was taken last: no code counts twice.</summary>
    public long LastStep { get; set; }
}

/// <summary>One of the codes that open without the app, as a keyed hash. A used one is gone.</summary>
public sealed class StoredRecoveryCode
{
    public long Id { get; private set; }

    public required long AccountId { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>The recovery codes of whom the scope names.</summary>
public sealed class RecoveryCodes(PortalDbContext db, LinkKey key)
{
    /// <summary>New ones; those of before are void. Their only copy in clear is the answer. Within the caller's transaction.</summary>
    public async Task<string[]> Renew(long account)
    {
        await Drop(account);
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())];
        db.AddRange(codes.Select(code => new StoredRecoveryCode { AccountId = account, Hash = Hash(account, code) }));
        return codes;
    }

    /// <summary>Uses one up: of two who bring the same at once, the second gets false.</summary>
    public async Task<bool> Use(long account, string typed)
    {
        var hash = Hash(account, typed);
        return await db.RecoveryCodes.Where(code => code.AccountId == account && code.Hash == hash).ExecuteDeleteAsync() == 1;
    }

    public Task<int> Left(long account) => db.RecoveryCodes.CountAsync(code => code.AccountId == account);

    public Task<int> Drop(long account) => db.RecoveryCodes.Where(code => code.AccountId == account).ExecuteDeleteAsync();

    private byte[] Hash(long account, string code) =>
        HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"srm/recovery/v1\n{account}\n{RecoveryCode.Folded(code)}")));
}

internal sealed class SecondStepConfiguration : IEntityTypeConfiguration<SecondStep>, IEntityTypeConfiguration<StoredRecoveryCode>
{
    public void Configure(EntityTypeBuilder<SecondStep> table)
    {
        table.ToTable("SecondSteps");
        table.HasKey(s => s.AccountId);
        table.Property(s => s.AccountId).ValueGeneratedNever();
        table.Property(s => s.Secret).HasMaxLength(1000);
        table.Property(s => s.NewSecret).HasMaxLength(1000);
        table.HasOne<UserAccount>().WithOne().HasForeignKey<SecondStep>(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StoredRecoveryCode> table)
    {
        table.ToTable("RecoveryCodes");
        table.Property(c => c.Hash).HasMaxLength(32);
        table.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        table.HasOne<UserAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
