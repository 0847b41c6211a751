using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Administration;

/// <summary>All checks in their order, with who decides them.</summary>
public sealed class ChecksPage
{
    public required IReadOnlyList<CheckDefinition> Checks { get; init; }

    /// <summary>Names of the reviewers by check.</summary>
    public required ILookup<string, string> Reviewers { get; init; }

    /// <summary>How many stop-factors each looks up.</summary>
    public required IReadOnlyDictionary<string, int> StopFactors { get; init; }

    public static async Task<ChecksPage> Read(PortalDbContext db) => new()
    {
        Checks = await db.CheckDefinitions.AsNoTracking().OrderByDescending(d => d.IsActive).ThenBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(),
        Reviewers = await ReviewersIn(db),
        StopFactors = await db.StopFactors.AsNoTracking().Where(f => f.IsActive).GroupBy(f => f.CheckCode).Select(f => new { f.Key, Count = f.Count() }).ToDictionaryAsync(f => f.Key, f => f.Count),
    };

    internal static async Task<ILookup<string, string>> ReviewersIn(PortalDbContext db) =>
        (await db.Appointments.AsNoTracking().Where(a => a.Role == StaffRoles.Reviewer && a.CheckCode != null)
            .Join(db.Accounts.Where(account => account.State == AccountState.Active), a => a.AccountId, account => account.Id, (a, account) => new { a.CheckCode, account.FullName })
            .OrderBy(a => a.FullName).ToListAsync()).ToLookup(a => a.CheckCode!, a => UserAccount.ShortNameOf(a.FullName));
}

/// <summary>One check with its fields, or a new one.</summary>
public sealed class CheckPage
{
    /// <summary>Null: a new one.</summary>
    public required CheckDefinition? Check { get; init; }

    public required IReadOnlyList<string> Reviewers { get; init; }

    // The fields of the form, by their names.
    public string? Stamp => Check is null ? null : KeepChecks.StampOf(Check);

    public string? Code => Check?.Code;

    public string? Name => Check?.Name;

    public string? NameEn => Check?.NameEn;

    public string? Department => Check?.Department;

    public string? DepartmentEn => Check?.DepartmentEn;

    public int? Order => Check?.Order;

    public int? NormDays => Check?.NormDays ?? 3;

    public IReadOnlyList<RegistrationParts> Parts => [.. All.Where(part => Check is null || Check.Parts.HasFlag(part))];

    public string? Countries => Check is null or { Countries: CheckDefinition.Any } ? "" : Check.Countries;

    public string? Categories => Check?.Categories;

    public bool IsCommission => Check?.IsCommission is true;

    public bool HasMeeting => Check?.HasMeeting is true;

    public bool InRenewal => Check?.InRenewal ?? true;

    public bool IsActive => Check?.IsActive ?? true;

    public static readonly RegistrationParts[] All = [RegistrationParts.Details, RegistrationParts.People, RegistrationParts.Categories, RegistrationParts.Documents];

    public static async Task<CheckPage?> Read(PortalDbContext db, string? code)
    {
        var check = code is null ? null : await db.CheckDefinitions.AsNoTracking().SingleOrDefaultAsync(d => d.Code == code);
        return check is null && code is not null ? null
            : new CheckPage { Check = check, Reviewers = check is null ? [] : [.. (await ChecksPage.ReviewersIn(db))[check.Code]] };
    }
}
