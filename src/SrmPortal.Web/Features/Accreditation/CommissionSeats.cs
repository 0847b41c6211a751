using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Seats at the commission's meetings. Each method but <see cref="Choose"/> runs within the transaction of the deed that calls it.</summary>
public sealed class CommissionSeats(PortalDbContext db) : IDeed
{
    /// <summary>The applicant chooses a meeting, or another one. Of two who want the last seat the second is told that it is taken.</summary>
    /// <param name="number">Of the own case.</param>
    /// <param name="slotCode">Which meeting; null: none was chosen.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>False: there is no such case for this scope, or nothing to choose in it.</returns>
    public Task<bool> Choose(string number, string? slotCode, DateTime now) => db.InTransaction(async () =>
    {
        if (!await db.LockCase(number))
        {
            return false;
        }

        var accreditation = await db.AccreditationCases.Include(c => c.Checks).SingleAsync(c => c.Number == number);
        if (accreditation.Checks.FirstOrDefault(check => accreditation.CanChooseSlot(check, now)) is not { } check)
        {
            return false;
        }

        var slot = slotCode is null ? null : await db.CommissionSlots.Include(s => s.Seats).SingleOrDefaultAsync(s => s.Code == slotCode && s.CheckCode == check.Code);
        RuleViolation.ThrowIfAny(slot is null ? [new BrokenRule(AccreditationRules.NoSlot, "Slot")] : []);
        if (check.SlotId != slot!.Id)
        {
            slot.Seat(accreditation.Id, now);
            await Free(accreditation, check, now);
            accreditation.ChooseSlot(check.Code, slot, await db.WorkingDays(), now);
        }

        return true;
    });

    /// <summary>The company comes to no meeting that is still ahead: its seats are others'.</summary>
    public async Task FreeAll(AccreditationCase accreditation, DateTime now)
    {
        foreach (var check in accreditation.Checks)
        {
            await Free(accreditation, check, now);
        }
    }

    /// <summary>The company does not come to this check's meeting, if that is still ahead.</summary>
    public async Task Free(AccreditationCase accreditation, AccreditationCheck check, DateTime now)
    {
        if (check.SlotId is { } slot && check.MeetingAt > now)
        {
            (await db.CommissionSlots.Include(s => s.Seats).SingleAsync(s => s.Id == slot)).Free(accreditation.Id);
        }
    }
}
