using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Staff;

/// <summary>One of the group's people. Its fields are named like those of <see cref="StaffForm"/>.</summary>
public sealed class StaffPage : StaffForm
{
    public required UserAccount Person { get; init; }

    public required bool IsOneself { get; init; }

    public required SecondStepOf SecondStep { get; init; }

    public required StaffPlaces Places { get; init; }

    /// <summary>The names of the checks that the person decides.</summary>
    public required IReadOnlyList<string> CheckNames { get; init; }

    /// <summary>What still waits for somebody who is blocked.</summary>
    public required IReadOnlyList<WaitingWork> Waiting { get; init; }

    public StaffState State => StaffListPage.StateOf(Person.State);

    public static async Task<StaffPage?> Read(PortalDbContext db, OpenWork work, long reader, string userName, AccountSettings.TwoStepSettings twoStep, DateTime now)
    {
        if (await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName && a.IsStaff) is not { } person)
        {
            return null;
        }

        var checks = person.Checks.ToArray();
        return new StaffPage
        {
            Person = person,
            IsOneself = person.Id == reader,
            SecondStep = new(await db.SecondSteps.IgnoreQueryFilters([Walls.House]).AnyAsync(step => step.AccountId == person.Id && step.OnSince != null), twoStep.IsRequiredOf(person.Appointments.Select(one => one.Role.ToString()))),
            Places = await StaffPlaces.Read(db),
            Waiting = person.IsBlocked ? await work.Of(person, now) : [],
            CheckNames = checks.Length == 0 ? [] : [.. (await db.CheckDefinitions.AsNoTracking().Where(d => checks.Contains(d.Code)).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync()).Select(d => d.Title)],
            Revision = person.Revision,
            FullName = person.FullName,
            Position = person.Position,
            Phone = person.Phone,
            Email = person.Email,
        };
    }
}

/// <summary>Before somebody is blocked: what waits for the person.</summary>
public sealed class BlockPage : BlockForm
{
    public required UserAccount Person { get; init; }

    public required IReadOnlyList<WaitingWork> Waiting { get; init; }

    /// <returns>Null: there is no such person.</returns>
    public static async Task<BlockPage?> Read(PortalDbContext db, OpenWork work, string userName, DateTime now) =>
        await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName && a.IsStaff) is { } person
            ? new BlockPage { Person = person, Waiting = await work.Of(person, now) } : null;
}

/// <summary>What can be chosen for somebody of the group.</summary>
public sealed record DutyChoices(IEnumerable<SelectListItem> Roles, IEnumerable<SelectListItem> Checks, IEnumerable<SelectListItem> Places)
{
    public static async Task<DutyChoices> Read(PortalDbContext db, IStringLocalizer<Texts> texts, UserAccount? person)
    {
        string[] checks = [.. person?.Checks ?? []];
        var definitions = await db.CheckDefinitions.AsNoTracking().Where(d => d.IsActive || checks.Contains(d.Code)).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync();
        return new(
            StaffDuties.Given.Select(role => new SelectListItem(StaffWords.Role(role, texts), role.ToString(), person?.IsAppointed(role) is true)),
            definitions.Select(d => new SelectListItem(d.Title, d.Code, checks.Contains(d.Code))),
            (await StaffPlaces.Read(db)).Items(texts, [.. person?.Places ?? []]));
    }
}

/// <summary>What somebody does for the group, in a form. Its fields are named like those of <see cref="DutiesForm"/>.</summary>
public sealed class DutiesPage : DutiesForm
{
    public required UserAccount Person { get; init; }

    public required DutyChoices Choices { get; init; }

    /// <returns>Null: there is no such person.</returns>
    public static async Task<DutiesPage?> Read(PortalDbContext db, IStringLocalizer<Texts> texts, string userName) =>
        await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName && a.IsStaff) is { } person
            ? new DutiesPage { Person = person, Choices = await DutyChoices.Read(db, texts, person), Revision = person.Revision } : null;
}

/// <summary>A new person, with what he or she will do.</summary>
public sealed class InvitePage : StaffForm
{
    public required DutyChoices Choices { get; init; }

    public List<StaffRoles> Roles { get; } = [];

    public List<string> Checks { get; } = [];

    public List<string> Places { get; } = [];
}

internal static class StaffWords
{
    /// <summary><c>Закупщик</c>, and what that is.</summary>
    public static string Role(StaffRoles role, IStringLocalizer<Texts> texts) => $"{Infrastructure.Roles.Named(role, Infrastructure.Language.Current)}: {role switch
    {
        StaffRoles.Buyer => texts["prepares and runs events"],
        StaffRoles.Approver => texts["approves publishing and awards"],
        StaffRoles.HeadOfDesk => texts["gives checks to reviewers, prolongs, suspends suppliers"],
        StaffRoles.Support => texts["helps people to get in; reads no offers"],
        StaffRoles.Auditor => texts["reads everything that happened"],
        _ => texts["keeps people, directories and settings"],
    }}";

    public static (string Kind, string Icon, string Text) State(StaffState state, IStringLocalizer<Texts> texts) => state switch
    {
        StaffState.Invited => ("warn", "hourglass-split", texts["Invited"]),
        StaffState.Active => ("ok", "check-circle-fill", texts["Active"]),
        _ => ("danger", "lock", texts["Blocked"]),
    };

    public static (string Kind, string Text) Step(SecondStepOf step, IStringLocalizer<Texts> texts) =>
        step.IsOn ? ("ok", texts["On"]) : step.IsRequired ? ("warn", texts["Required, not set up yet"]) : ("mute", texts["Off"]);

    /// <summary>Where a buyer buys.</summary>
    public static string Scope(IEnumerable<BuyerPlace> places, StaffPlaces names, IStringLocalizer<Texts> texts)
    {
        string[] all = [.. places.Select(names.Name)];
        return all.Length == 0 ? texts["the whole group"] : string.Join("; ", all);
    }
}
