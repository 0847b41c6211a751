using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A meeting of the commission; day and time are Moscow's.</summary>
public sealed class SlotForm
{
    public string? CheckCode { get; init; }

    public DateOnly? Day { get; init; }

    public TimeOnly? Time { get; init; }

    public string? Place { get; init; }

    public int? Capacity { get; init; }

    internal DateTime At() => TimeZoneInfo.ConvertTimeToUtc(Day!.Value.ToDateTime(Time!.Value), Zones.Of(Zones.Moscow));

    public sealed class Validator : AbstractValidator<SlotForm>
    {
        public Validator(RuleMessages messages)
        {
            RuleFor(form => form.Day).NotNull().WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.SlotPast)));
            RuleFor(form => form.Time).NotNull().WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.NoSlotTime)));
            RuleFor(form => form.Place).NotEmpty().WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.NoPlace)));
            RuleFor(form => form.Capacity).NotNull().WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.SlotCapacity, null, CommissionSlot.LargestCapacity)));
        }
    }
}

/// <summary>Offers, moves and calls off meetings of the commission; companies that had a seat are told in the same transaction.</summary>
public sealed class KeepSlots(PortalDbContext db, DeskPeople people) : IDeed
{
    public Task<long> Offer(SlotForm form, long personId, DateTime now) => db.InTransaction(async () =>
    {
        var code = form.CheckCode ?? "";
        RuleViolation.ThrowIfAny(await db.CheckDefinitions.AnyAsync(d => d.Code == code && d.HasMeeting) ? [] : [new BrokenRule(AccreditationRules.HasNoMeeting, nameof(SlotForm.CheckCode))]);
        await RefuseUnlessKeeper(code, personId);
        var slot = new CommissionSlot(code, form.At(), form.Place ?? "", form.Capacity ?? 0, now);
        db.Add(slot);
        await db.SaveChangesAsync();
        return slot.Id;
    });

    /// <returns>How many companies are told; null: there is no such meeting.</returns>
    public Task<int?> Change(string code, SlotForm form, long personId, DateTime now) => With(code, personId, async slot =>
    {
        var (at, place) = (slot.At, slot.Place);
        slot.Change(form.At(), form.Place ?? "", form.Capacity ?? 0, now);
        var cases = at == slot.At && place == slot.Place ? [] : await CasesOf([.. slot.Seats.Select(seat => seat.CaseId)]);
        var calendar = await db.WorkingDays();
        cases.ForEach(one => one.MeetingMoved(slot, calendar));
        return cases.Count;
    });

    /// <returns>How many companies are told; null: there is no such meeting.</returns>
    public Task<int?> Cancel(string code, long personId, DateTime now) => With(code, personId, async slot =>
    {
        var cases = await CasesOf(slot.Cancel(now));
        cases.ForEach(one => one.MeetingFellThrough(slot.Id));
        return cases.Count;
    });

    private Task<int?> With(string code, long personId, Func<CommissionSlot, Task<int>> change) => db.InTransaction(async () =>
    {
        if (await db.CommissionSlots.Include(s => s.Seats).SingleOrDefaultAsync(s => s.Code == code) is not { } slot)
        {
            return (int?)null;
        }

        await RefuseUnlessKeeper(slot.CheckCode, personId);
        return await change(slot);
    });

    private async Task RefuseUnlessKeeper(string checkCode, long personId)
    {
        var person = await people.Of(personId, null);
        RuleViolation.ThrowIf(!person.IsHead && !person.Checks.Contains(checkCode), AccreditationRules.NotYourCheck);
    }

    private Task<List<AccreditationCase>> CasesOf(IReadOnlyCollection<long> ids) =>
        db.AccreditationCases.Include(c => c.Checks).Where(c => ids.Contains(c.Id)).ToListAsync();
}
