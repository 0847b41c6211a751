using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;

namespace SrmPortal.Web.Commands;

/// <summary>Tries whether every round's offers could be opened today; nothing of any offer is read.</summary>
[Command("sealing verify", "Tries each round's key on its canary, and names the rounds that could not be opened.")]
internal sealed class SealingVerify(PortalDbContext db, SealingKeys keys) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        var (total, broken) = (0, 0);
        await foreach (var (round, key) in RoundKeys.Of(db, cancellationToken))
        {
            var wrong = key.DestroyedAt is null ? keys.WhatIsWrongWith(key, round) : null;
            (total, broken) = (total + 1, broken + (wrong is null ? 0 : 1));
            await output.WriteLineAsync($"{round}: " + (wrong is not null ? $"BROKEN, {wrong}" : key.DestroyedAt is { } at
                ? $"destroyed on {at:yyyy-MM-dd}" : keys.IsWrappedByCurrent(key) ? "can be opened" : "can be opened; wrapped by a former certificate"));
        }

        await output.WriteLineAsync($"{total} rounds, {broken} broken.");
        return broken == 0 ? 0 : 1;
    }
}

/// <summary>The certificate changes, also in the middle of a tender: every round key is wrapped anew by the certificates in use.</summary>
[Command("sealing rewrap", "Wraps every round's key anew by the sealing and recovery certificates in use.")]
internal sealed class SealingRewrap(PortalDbContext db, SealingKeys keys) : ICommand
{
    public Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken) => RoundKeys.WrapAnew(
        db, keys, (key, round) =>
        {
            keys.Rewrap(key, round);
            return "wrapped anew";
        }, output, cancellationToken);
}

/// <summary>The worst day: the sealing certificate is lost. The recovery key, fetched from its safe, opens the round keys once more.</summary>
[Command("sealing recover", "With the recovery key from a file (.pfx [password file]): wraps every round's key anew after the sealing certificate was lost.")]
internal sealed class SealingRecover(PortalDbContext db, SealingKeys keys) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        if (words.Count is 0 or > 2 || !words.All(File.Exists))
        {
            await output.WriteLineAsync("sealing recover RECOVERY.pfx [FILE-WITH-ITS-PASSWORD]");
            return CommandLine.NotUnderstood;
        }

        var password = words.Count == 2 ? (await File.ReadAllTextAsync(words[1], cancellationToken)).TrimEnd('\r', '\n') : null;
        using var recovery = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(words[0], password);
        return await RoundKeys.WrapAnew(db, keys, (key, round) =>
        {
            keys.Recover(key, round, recovery);
            return "recovered";
        }, output, cancellationToken);
    }
}

internal static class RoundKeys
{
    public static async IAsyncEnumerable<(string Round, RoundKey Key)> Of(PortalDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = db.Set<RoundKey>().AsNoTracking().OrderBy(key => key.RoundId).Select(key => new { Round = key.Round.Number + "/" + key.Round.No, Key = key });
        await foreach (var row in all.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return (row.Round, row.Key);
        }
    }

    /// <summary>Round by round, each in a transaction of its own: what was done stays done if a later one fails, and is left alone the next time.</summary>
    public static async Task<int> WrapAnew(
        PortalDbContext db, SealingKeys keys, Func<RoundKey, string, string> wrap, TextWriter output, CancellationToken cancellationToken)
    {
        var failed = 0;
        var ids = await db.Set<RoundKey>().Where(key => key.DestroyedAt == null).OrderBy(key => key.RoundId)
            .Select(key => new { key.Id, Round = key.Round.Number + "/" + key.Round.No }).ToListAsync(cancellationToken);
        foreach (var row in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var done = await db.InTransaction(async () =>
            {
                var key = await db.Set<RoundKey>().SingleAsync(one => one.Id == row.Id);
                if (keys.IsWrappedByCurrent(key) && keys.WhatIsWrongWith(key, row.Round) is null)
                {
                    return "is under the certificates in use already";
                }

                try
                {
                    var what = wrap(key, row.Round);
                    return keys.WhatIsWrongWith(key, row.Round) is { } wrong ? throw new KeyNotAvailable(wrong) : what;
                }
                catch (Exception refused) when (refused is KeyNotAvailable or System.Security.Cryptography.CryptographicException)
                {
                    // Nothing was saved yet in this transaction; what was set on the key goes with it.
                    db.ChangeTracker.Clear();
                    failed++;
                    return $"FAILED, {refused.Message}";
                }
            });
            await output.WriteLineAsync($"{row.Round}: {done}");
        }

        await output.WriteLineAsync($"{ids.Count} rounds, {failed} failed.");
        return failed == 0 ? 0 : 1;
    }
}
