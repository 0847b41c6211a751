using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Administration;

namespace SrmPortal.Web.Features.Settling;

/// <summary>What is settled, with the latest changes. Its fields are named like those of the form.</summary>
public sealed record SettingsPage
{
    private const int Most = 20;

    public required int Revision { get; init; }

    /// <summary>As people type it, by the name of the setting.</summary>
    public required IReadOnlyDictionary<string, string[]> Values { get; init; }

    /// <summary>What holds where nothing is chosen, as it is kept.</summary>
    public required IReadOnlyDictionary<string, string> Usual { get; init; }

    /// <summary>Kept on a page of their own, with the calendar by which they count.</summary>
    public required DeskLimits Desk { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<SettledChange> Changes { get; init; }

    public static string FieldOf(Setting setting) => $"{nameof(Values)}[{setting.Name}]";

    public static async Task<SettingsPage> Read(PortalDbContext db, IReadOnlyDictionary<string, string> usual)
    {
        var settings = await db.ChosenSettings.AsNoTracking().Include(s => s.Chosen).SingleAsync();
        // The audit is the house's; of it the administrator reads here what was done to these settings.
        var records = await db.Audit.IgnoreQueryFilters([Walls.House]).AsNoTracking()
            .Where(a => a.AggregateType == nameof(ChosenSettings) && a.AggregateId == settings.Id && a.Action == nameof(SettingChanged))
            .OrderByDescending(a => a.Id).Take(Most)
            .Select(a => new { a.At, a.Subject, a.Details, By = db.Accounts.Where(p => p.Id == a.PersonId).Select(p => p.FullName).SingleOrDefault() }).ToListAsync();
        return new SettingsPage
        {
            Revision = settings.Revision,
            Values = AllSettings.InOrder.ToDictionary(setting => setting.Name, setting => SettingWords.Typed(setting,
                settings.Chosen.SingleOrDefault(one => one.Name == setting.Name)?.Value ?? usual[setting.Name])),
            Usual = usual,
            Desk = (await db.DeskTimes.AsNoTracking().SingleAsync()).Limits,
            Changes =
            [
                .. from one in records
                   let said = JsonSerializer.Deserialize<JsonElement>(one.Details)
                   let setting = AllSettings.InOrder.SingleOrDefault(setting => setting.Name == one.Subject)
                   where setting is not null
                   select new SettledChange(one.At, setting, Text(said, nameof(SettingChanged.Before)), Text(said, nameof(SettingChanged.After)), one.By is null ? null : UserAccount.ShortNameOf(one.By)),
            ],
        };
    }

    private static string Text(JsonElement said, string property) => said.GetProperty(property).GetString() ?? "";
}

/// <summary>One change of one setting.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Setting">What was changed.</param>
/// <param name="Before">As it was kept.</param>
/// <param name="After">As it is kept.</param>
/// <param name="By">Who it was; null where the portal itself did it.</param>
public sealed record SettledChange(DateTime At, Setting Setting, string Before, string After, string? By);
