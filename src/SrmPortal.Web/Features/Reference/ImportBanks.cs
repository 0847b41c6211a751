using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Reference;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Reference;

/// <summary>
/// Replaces the directory of banks by a newer one. Between the preview and its confirmation the file lies in the store, for a day at most; a
/// protected token of the page says where.
/// </summary>
public sealed class ImportBanks(PortalDbContext db, IFileStore store, IDataProtectionProvider protection) : IDeed
{
    private readonly IDataProtector _protector = protection.CreateProtector("SrmPortal.Reference.Banks/1");

    /// <summary>Refuses what is no directory, and keeps the file.</summary>
    /// <returns>The token of the preview.</returns>
    public async Task<string> Keep(Stream file, CancellationToken cancellation)
    {
        var banks = Ed807.Read(file).Banks;
        RuleViolation.ThrowIfAny(banks.Count > 0 ? [] : [new BrokenRule(BankDirectoryRules.NoBanks, "File")]);
        file.Position = 0;
        var written = (await store.Write(FileArea.Files, file, long.MaxValue, cancellation))!;
        return _protector.Protect(written.StoreName);
    }

    /// <summary>What would change; null: the file is not there any more.</summary>
    public async Task<BankPreview?> Preview(string token) => Kept(token) is not { } directory ? null
        : BankPreview.Of(directory, await db.Banks.AsNoTracking().ToDictionaryAsync(bank => bank.Bik), await NewestDay());

    public Task Replace(string token, long personId, DateTime now) => db.InTransaction(async () =>
    {
        var directory = Kept(token) ?? throw new RuleViolation(new BrokenRule(BankDirectoryRules.Gone));
        RuleViolation.ThrowIfAny(await NewestDay() is { } newest && newest > directory.Day ? [new BrokenRule(BankDirectoryRules.OlderThanThere, null, directory.Day, newest)] : []);
        var there = await db.Banks.ToDictionaryAsync(bank => bank.Bik);
        var preview = BankPreview.Of(directory, there, null);
        foreach (var bank in directory.Banks.Values)
        {
            if (there.TryGetValue(bank.Bik, out var known))
            {
                known.Become(bank);
            }
            else
            {
                db.Add(bank);
            }
        }

        db.RemoveRange(there.Values.Where(bank => !directory.Banks.ContainsKey(bank.Bik)));
        db.Add(new BankDirectoryImport(directory.Day, directory.Banks.Count, personId, now));
        db.Record(new BanksImported(Shown.Date(directory.Day), preview.Count, preview.Added, preview.Changed, preview.Removed));
        return preview;
    });

    private async Task<DateOnly?> NewestDay() => await db.BankDirectoryImports.MaxAsync(one => (DateOnly?)one.Day);

    private BankDirectory? Kept(string token)
    {
        try
        {
            using var file = store.Open(_protector.Unprotect(token));
            return Ed807.Read(file);
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or IOException)
        {
            return null;
        }
    }
}

/// <summary>What an import would do.</summary>
public sealed record BankPreview(DateOnly Day, int Count, int Added, int Changed, int Same, int Removed)
{
    /// <summary>Of the directory that is in force; null: there is none.</summary>
    public DateOnly? Newest { get; init; }

    public bool IsOlder => Newest > Day;

    /// <summary>A few of what changes, to look at.</summary>
    public required IReadOnlyList<(Bank Bank, Bank? Before)> Examples { get; init; }

    public static BankPreview Of(BankDirectory directory, IReadOnlyDictionary<string, Bank> there, DateOnly? newest)
    {
        var pairs = directory.Banks.Values.Select(bank => (Bank: bank, Before: there.GetValueOrDefault(bank.Bik))).ToArray();
        var (added, same) = (pairs.Count(pair => pair.Before is null), pairs.Count(pair => pair.Before?.SaysTheSameAs(pair.Bank) is true));
        return new BankPreview(directory.Day, pairs.Length, added, pairs.Length - added - same, same, there.Keys.Count(bik => !directory.Banks.ContainsKey(bik)))
        {
            Newest = newest,
            Examples = [.. pairs.Where(pair => pair.Before?.SaysTheSameAs(pair.Bank) is not true).OrderBy(pair => pair.Bank.Bik, StringComparer.Ordinal).Take(20)],
        };
    }
}
