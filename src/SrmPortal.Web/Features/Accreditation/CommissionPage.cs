using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The meetings of the commission that are ahead, or those that were, with who comes.</summary>
public sealed class CommissionPage
{
    private const int Most = 100;

    public required bool ShowsPast { get; init; }

    public required IReadOnlyList<CommissionSlot> Slots { get; init; }

    /// <summary>By case.</summary>
    public required IReadOnlyDictionary<long, Guest> Guests { get; init; }

    /// <summary>Codes and names of the checks that the reader keeps meetings for; empty: only reads.</summary>
    public required IReadOnlyDictionary<string, string> Checks { get; init; }

    public required DateTime Now { get; init; }

    // The fields of the form.
    public string? CheckCode => Checks.Keys.FirstOrDefault();

    public DateOnly? Day { get; }

    public TimeOnly? Time { get; }

    public string? Place => Slots is [.., var last] ? last.Place : null;

    public int? Capacity { get; }

    public static async Task<CommissionPage> Read(PortalDbContext db, DeskPerson reader, bool past, DateTime now)
    {
        var slots = db.CommissionSlots.AsNoTracking().Include(s => s.Seats).Where(s => !s.IsCancelled);
        slots = past ? slots.Where(s => s.At <= now).OrderByDescending(s => s.At).ThenBy(s => s.Id) : slots.Where(s => s.At > now).OrderBy(s => s.At).ThenBy(s => s.Id);
        var found = await slots.Take(Most).AsSingleQuery().ToListAsync();
        var checks = await db.CheckDefinitions.AsNoTracking().Where(d => d.HasMeeting && d.IsActive).OrderBy(d => d.Order).ToListAsync();
        return new CommissionPage
        {
            ShowsPast = past,
            Slots = found,
            Guests = await GuestsOf(db, found),
            Checks = checks.Where(d => reader.IsHead || reader.Checks.Contains(d.Code)).ToDictionary(d => d.Code, d => d.Title),
            Now = now,
        };
    }

    public static async Task<IReadOnlyDictionary<long, Guest>> GuestsOf(PortalDbContext db, IEnumerable<CommissionSlot> slots)
    {
        long[] cases = [.. slots.SelectMany(slot => slot.Seats).Select(seat => seat.CaseId)];
        return cases.Length == 0 ? new Dictionary<long, Guest>()
            : await db.AccreditationCases.AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, Guest = new Guest(c.Number, c.Company) }).ToDictionaryAsync(c => c.Id, c => c.Guest);
    }

    public sealed record Guest(string Number, string Company);
}

/// <summary>One meeting, to be moved or called off.</summary>
public sealed class SlotPage
{
    public required CommissionSlot Slot { get; init; }

    public required IReadOnlyDictionary<long, CommissionPage.Guest> Guests { get; init; }

    public required bool CanChange { get; init; }

    // The fields of the form.
    public DateOnly? Day => DateOnly.FromDateTime(Zones.Local(Slot.At, Zones.Moscow));

    public TimeOnly? Time => TimeOnly.FromDateTime(Zones.Local(Slot.At, Zones.Moscow));

    public string? Place => Slot.Place;

    public int? Capacity => Slot.Capacity;

    public static async Task<SlotPage?> Read(PortalDbContext db, DeskPerson reader, string code, DateTime now) =>
        await db.CommissionSlots.AsNoTracking().Include(s => s.Seats).AsSingleQuery().SingleOrDefaultAsync(s => s.Code == code) is not { } slot ? null : new SlotPage
        {
            Slot = slot,
            Guests = await CommissionPage.GuestsOf(db, [slot]),
            CanChange = slot.CanChange(now) && (reader.IsHead || reader.Checks.Contains(slot.CheckCode)),
        };
}
