using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Opening;

/// <summary>What will be opened, by whom, and whether it can be; never how many offers there are, or whose, before it is open.</summary>
public sealed record OpeningPage(EvaluationHead Head, DateTime OpenableFrom, DateTime Now)
{
    /// <summary>What keeps the vault from being opened; null where it could be, or is not yet to be.</summary>
    public string? VaultFault { get; init; }

    /// <summary>This server's clock cannot be relied on, so it opens nothing.</summary>
    public bool IsClockWrong { get; init; }

    /// <summary>The vault was tried just now, without reading any content.</summary>
    public bool IsVaultChecked { get; init; }

    /// <summary>The first of two, while it waits for the second.</summary>
    public OpeningConfirmation? Standing { get; init; }

    /// <summary>Who was named to open; null: that account is no more.</summary>
    public required IReadOnlyList<string?> Named { get; init; }

    public required bool CanConfirm { get; init; }

    public required string ReaderName { get; init; }

    /// <summary>Suppliers whose stored offer is not the one of the receipt; after the opening.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    public bool IsOpened => Head.OpenedAt is not null;

    public bool IsFoundEmpty => Head.FoundEmptyAt is not null;

    public bool IsDue => Now >= OpenableFrom;

    public bool IsOver => Head.StoredState is not RoundState.Published && !IsOpened;

    public string? Password => null;

    public string NameOf(long person) => Head.Confirmations.First(confirmation => confirmation.PersonId == person).FullName;
}

/// <summary>Reads the page of an opening.</summary>
public sealed class OpeningReading(PortalDbContext db, SealingKeys keys, CurrentScope scope, IOptions<SealingSettings> settings, ClockWatch clock) : IDeed
{
    public async Task<OpeningPage?> Read(string number, int no, DateTime now)
    {
        if (await EvaluationHead.Read(db, number, no, scope.Is.PersonId) is not { PublishedAt: not null } head)
        {
            return null;
        }

        var round = await db.Rounds.AsNoTracking().Include(r => r.Event).Include(r => r.OpeningConfirmations).AsSplitQuery().SingleAsync(r => r.Id == head.Id);
        var people = await db.Accounts.Where(a => a.Id == round.OpenerId || a.Id == round.SecondOpenerId || a.Id == scope.Is.PersonId)
            .Select(a => new { a.Id, a.FullName, a.UserName }).ToDictionaryAsync(a => a.Id);
        var isDue = round.CanBeOpenedAt(settings.Value.Drain, now);
        var fault = isDue ? await VaultFault(head) : null;
        var reader = people.GetValueOrDefault(scope.Is.PersonId ?? 0);
        return new OpeningPage(head, round.Deadline + settings.Value.Drain, now)
        {
            IsVaultChecked = isDue,
            VaultFault = fault,
            IsClockWrong = clock.Fault is not null,
            Standing = round.StandingConfirmation(now),
            Named = [.. round.Openers.Select(id => people.GetValueOrDefault(id)?.FullName)],
            CanConfirm = fault is null && clock.Fault is null && round.CanConfirmOpening(scope.Is.PersonId ?? 0, settings.Value.Drain, now),
            ReaderName = reader is null ? "" : $"{Domain.Accounts.UserAccount.ShortNameOf(reader.FullName)}, {reader.UserName}",
            Broken = head.Broken == 0 ? [] : await db.Offers.Where(o => o.Round.Id == head.Id && o.OpenedIntact == false)
                .Join(db.Suppliers, o => o.SupplierId, s => s.Id, (o, s) => s.Name).OrderBy(name => name).ToListAsync(),
        };
    }

    private async Task<string?> VaultFault(EvaluationHead head) =>
        await db.Set<RoundKey>().AsNoTracking().SingleOrDefaultAsync(key => key.RoundId == head.Id) is { } key
            ? keys.WhatIsWrongWith(key, head.Name) : "it has no key";
}
