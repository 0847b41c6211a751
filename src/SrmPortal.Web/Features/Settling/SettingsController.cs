using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Settling;

/// <summary>All that the group settles for its portal, on one page: what holds, what would hold otherwise, and what it does.</summary>
[Route("administration/settings"), Authorize(Roles = Roles.Administrator)]
public sealed class SettingsController(PortalDbContext db, SettleAll settle, SettingsInForce inForce, IConfiguration configuration, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Settings() => View(await SettingsPage.Read(db, inForce.Usual(configuration)));

    [HttpPost, ShowAgain(nameof(Settings))]
    public async Task<IActionResult> Keep(SettingsForm form)
    {
        await settle.Settle(form.Revision, form.Values, inForce.Usual(configuration));
        inForce.Forget();
        this.Say(texts["Saved."], texts["It counts from now on; dates that are set already stay."]);
        return RedirectToAction(nameof(Settings));
    }
}

public sealed class SettingsForm
{
    /// <summary>Of what it was filled from.</summary>
    public int Revision { get; init; }

    /// <summary>By the name of the setting; of several choices each that is ticked.</summary>
    public Dictionary<string, string[]> Values { get; init; } = [];

    public sealed class Validator : AbstractValidator<SettingsForm>
    {
        public Validator() => RuleForEach(form => form.Values).Must(value => value.Value.Sum(one => one?.Length ?? 0) <= ChosenSetting.LongestValue);
    }
}

/// <summary>Settles all at once, or refuses all that is wrong. Each that becomes another is recorded with what it was.</summary>
public sealed class SettleAll(PortalDbContext db) : IDeed
{
    public Task Settle(int revision, IReadOnlyDictionary<string, string[]> typed, IReadOnlyDictionary<string, string> usual) => db.InTransaction(async () =>
    {
        var settings = await db.ChosenSettings.Include(s => s.Chosen).SingleAsync();
        var values = Read(typed);
        // Sent twice by a double click, it is what stands there already.
        RuleViolation.ThrowIfAny(settings.Revision == revision || settings.Holds(values, usual) ? [] : [new BrokenRule(SharedRules.ChangedMeanwhile, nameof(SettingsForm.Revision), settings.Revision)]);
        settings.Settle(values, usual);
        return true;
    });

    private static Dictionary<string, string> Read(IReadOnlyDictionary<string, string[]> typed)
    {
        var (values, refusals) = (new Dictionary<string, string>(), new List<BrokenRule>());
        var separator = CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator[0];
        // Nothing ticked is an answer too; a field that did not come is left as it is.
        foreach (var setting in AllSettings.InOrder.Where(one => typed.ContainsKey(one.Name) || one.Kind == SettingKind.Choices))
        {
            values[setting.Name] = setting.Read([.. typed.GetValueOrDefault(setting.Name, []).OfType<string>()], separator, out var refusal);
            if (refusal is not null)
            {
                refusals.Add(refusal with { Field = SettingsPage.FieldOf(setting) });
            }
        }

        RuleViolation.ThrowIfAny(refusals);
        return values;
    }
}
