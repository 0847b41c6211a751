using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Staff;

/// <summary>Whether somebody of the group can work on the portal.</summary>
public enum StaffState { Invited, Active, Blocked }

/// <summary>The filters of the list, as they stand in the address.</summary>
public sealed class StaffFilter
{
    /// <summary>Part of a name, an e-mail, a user name.</summary>
    public string? Text { get; init; }

    public StaffState? State { get; init; }

    public StaffRoles? Role { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, StaffListPage.Size);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && State is null && Role is null;
}

/// <summary>The group's people for the administrator, by name.</summary>
public sealed class StaffListPage
{
    public const int Size = 25;

    public required StaffFilter Filter { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Counted up to a bit over what is shown of a list.</summary>
    public required int Count { get; init; }

    public required StaffPlaces Places { get; init; }

    public static async Task<StaffListPage> Read(PortalDbContext db, StaffFilter filter, AccountSettings.TwoStepSettings twoStep)
    {
        var people = Filtered(db.Accounts.IgnoreQueryFilters([Walls.House]).AsNoTracking().Where(a => a.IsStaff), filter);
        var rows = await people.OrderBy(a => a.FullName).ThenBy(a => a.Id).Skip((filter.PageNo - 1) * Size).Take(Size).Select(a => new
        {
            a.UserName,
            a.FullName,
            a.Position,
            a.Email,
            a.State,
            a.LastSignInAt,
            HasSecondStep = db.SecondSteps.Any(step => step.AccountId == a.Id && step.OnSince != null),
            Appointments = a.Appointments.Select(one => new { one.Role, one.CompanyId, one.SiteId }).ToList(),
        }).ToListAsync();
        return new StaffListPage
        {
            Filter = filter,
            Count = await people.Take(PagerTagHelper.Most + 1).CountAsync(),
            Places = await StaffPlaces.Read(db),
            Rows = [.. rows.Select(a => new Row(a.UserName, a.FullName, a.Position, a.Email, StateOf(a.State), a.LastSignInAt)
            {
                Roles = a.Appointments.Aggregate(StaffRoles.None, (all, one) => all | one.Role),
                Scope = [.. a.Appointments.Where(one => one.CompanyId is not null || one.SiteId is not null).Select(one => new BuyerPlace(one.CompanyId, one.SiteId))],
                SecondStep = new(a.HasSecondStep, twoStep.IsRequiredOf(a.Appointments.Select(one => one.Role.ToString()))),
            })],
        };
    }

    public static StaffState StateOf(AccountState state) => state switch
    {
        AccountState.NotActivated => StaffState.Invited,
        AccountState.Active => StaffState.Active,
        _ => StaffState.Blocked,
    };

    private static IQueryable<UserAccount> Filtered(IQueryable<UserAccount> people, StaffFilter filter)
    {
        people = people.Named(filter.Text);
        if (filter.State is { } state)
        {
            var stored = state switch { StaffState.Invited => AccountState.NotActivated, StaffState.Active => AccountState.Active, _ => AccountState.Deactivated };
            people = people.Where(a => a.State == stored);
        }

        return filter.Role is { } role ? people.Where(a => a.Appointments.Any(one => one.Role == role)) : people;
    }

    /// <param name="LastSignInAt">In UTC; null: never.</param>
    public sealed record Row(string UserName, string FullName, string? Position, string Email, StaffState State, DateTime? LastSignInAt)
    {
        public required StaffRoles Roles { get; init; }

        public required IReadOnlyList<BuyerPlace> Scope { get; init; }

        public required SecondStepOf SecondStep { get; init; }
    }
}

/// <param name="IsOn">A code from an app is asked after the password.</param>
/// <param name="IsRequired">One of the roles asks for it: without it nothing but setting it up is possible.</param>
public sealed record SecondStepOf(bool IsOn, bool IsRequired);
