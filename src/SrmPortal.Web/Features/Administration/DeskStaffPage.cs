using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;

namespace SrmPortal.Web.Features.Administration;

/// <summary>Each duty of the desk with who has it. Its fields are named like those of <see cref="DutyForm"/>.</summary>
public sealed record DeskStaffPage
{
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Everybody of the group who can be appointed, by name.</summary>
    public required IReadOnlyList<(long Id, string Name, string Email)> People { get; init; }

    public long? PersonId { get; }

    public string? Duty { get; }

    public IEnumerable<SelectListItem> PersonItems => People.Select(one => new SelectListItem($"{one.Name}, {one.Email}", $"{one.Id}"));

    public IEnumerable<SelectListItem> DutyItems(string head) => Rows.Select(row => new SelectListItem(row.Check?.Title ?? head, row.Value));

    /// <param name="db">The store.</param>
    /// <param name="reader">Nobody appoints himself or herself.</param>
    public static async Task<DeskStaffPage> Read(PortalDbContext db, long reader)
    {
        var checks = await db.CheckDefinitions.AsNoTracking().OrderByDescending(d => d.IsActive).ThenBy(d => d.Order).ThenBy(d => d.Id).ToListAsync();
        var needed = await AppointToDesk.Needed(db);
        var staff = await db.Accounts.AsNoTracking().Where(a => a.IsStaff && a.State != AccountState.Deactivated)
            .Select(a => new { a.Id, a.FullName, a.Email, IsActive = a.State == AccountState.Active, Appointments = a.Appointments.Select(one => new { one.Role, one.CheckCode }).ToList() }).ToListAsync();
        var byName = staff.OrderBy(one => one.FullName, StringComparer.CurrentCulture).ToArray();
        return new DeskStaffPage
        {
            People = [.. byName.Where(one => one.Id != reader).Select(one => (one.Id, one.FullName, one.Email))],
            Rows = [.. checks.Where(check => check.IsActive || needed.Contains(check.Code)).Select(check => (CheckDefinition?)check).Prepend(null).Select(check =>
            {
                var duty = check is null ? DeskDuty.Head : new DeskDuty(check.Code);
                var holders = byName.Where(one => one.Appointments.Any(appointment => (appointment.Role, appointment.CheckCode) == (duty.Role, duty.CheckCode))).ToArray();
                return new Row(duty, check, [.. holders.Select(one => new Holder(one.Id, one.FullName, one.Email, one.IsActive,
                    duty.CanBeLeft(holders.Count(other => other.Id != one.Id && other.IsActive), check is null || needed.Contains(check.Code))))]);
            })],
        };
    }

    /// <param name="Duty">Head, or reviewer of a check.</param>
    /// <param name="Check">Null: the head.</param>
    /// <param name="Holders">By name.</param>
    public sealed record Row(DeskDuty Duty, CheckDefinition? Check, IReadOnlyList<Holder> Holders)
    {
        /// <summary>As the form names it.</summary>
        public string Value => Duty.CheckCode ?? DutyForm.Head;
    }

    /// <param name="IsActive">Can sign in.</param>
    /// <param name="CanBeDismissed">Somebody else has the duty too, or nothing hangs on it.</param>
    public sealed record Holder(long Id, string Name, string Email, bool IsActive, bool CanBeDismissed);
}
